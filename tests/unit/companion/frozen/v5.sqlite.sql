CREATE TABLE pairing_code (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code_hash TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  tries_left INTEGER NOT NULL
) STRICT;
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  origin TEXT,
  paired_at INTEGER NOT NULL
) STRICT;
INSERT INTO pairing_code VALUES (1, 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 1795300000000, 5);
INSERT INTO device VALUES ('d1', '受注PC', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'moz-extension://1', 1795000000000);
INSERT INTO device VALUES ('d2', 'script', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', NULL, 1795000000001);
ALTER TABLE pairing_code ADD COLUMN shops TEXT;
CREATE TABLE member (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  left_at INTEGER
) STRICT;
INSERT INTO member (id, name, created_at) SELECT id, name, paired_at FROM device;
ALTER TABLE device ADD COLUMN member_id TEXT NOT NULL DEFAULT '';
UPDATE device SET member_id = id;
ALTER TABLE device ADD COLUMN every_shop INTEGER NOT NULL DEFAULT 1;
ALTER TABLE device ADD COLUMN revoked_at INTEGER;
CREATE INDEX device_of_member ON device (member_id);
CREATE TABLE shop (
  id TEXT PRIMARY KEY,
  digits TEXT UNIQUE,
  slug TEXT UNIQUE,
  ledger TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;
CREATE TABLE device_shop (
  device_id TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  PRIMARY KEY (device_id, shop_id)
) STRICT;
CREATE TABLE history (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  shop_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX history_of_shop ON history (shop_id, seq);
CREATE TABLE receipt (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE INDEX receipt_age ON receipt (at);
CREATE TABLE watch (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  license_id TEXT NOT NULL UNIQUE,
  member_id TEXT NOT NULL,
  sealed TEXT NOT NULL,
  functions TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL
) STRICT;
CREATE INDEX watch_due ON watch (due_at);
CREATE TABLE calendar_link (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO shop (id, digits, slug, ledger, revision) VALUES ('s1', '123456', 'shop-a', '{"meta":{"id":"meta","firstReadingAt":null,"hintDismissedAt":null},"shops":[{"id":"s1","digits":"123456","slug":"shop-a","name":"店舗A","identified":true,"namedByPerson":false,"firstSeenAt":1795000000000,"lastSeenAt":1795000000000}],"apps":[],"licenses":[],"events":[],"pages":[],"bindings":[],"placements":[],"keyTests":[],"reminders":[],"deliveries":[]}', 1);
INSERT INTO history (shop_id, at, kind, subject_id, detail) VALUES ('s1', 1795000000000, 'shopNew', 's1', '{"digits":"123456"}');
INSERT INTO device_shop (device_id, shop_id) VALUES ('d2', 's1');
ALTER TABLE shop ADD COLUMN wake_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX shop_wake ON shop (wake_at, id);
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  due_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at, shop_id);
CREATE INDEX outbox_of_shop ON outbox (shop_id);
CREATE TABLE channel_secret (
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (shop_id, name)
) STRICT;
INSERT INTO outbox (id, shop_id, due_at) VALUES ('row1', 's1', 1795000000000);
INSERT INTO channel_secret (shop_id, name, sealed) VALUES ('s1', 'channel:chatwork', 'a1b2c3d4.AAAA');
CREATE TABLE ledger (
  shop_id TEXT PRIMARY KEY REFERENCES shop (id) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;
INSERT INTO ledger (shop_id, json) SELECT id, ledger FROM shop;
ALTER TABLE shop DROP COLUMN ledger;
ALTER TABLE shop ADD COLUMN seen TEXT;
ALTER TABLE channel_secret RENAME TO shop_secret;
UPDATE shop SET revision = 2, seen = '{"all":null,"one":{"s1":1795000000005}}' WHERE id = 's1';
CREATE TABLE noted_time (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
INSERT INTO noted_time (name, at) VALUES ('speaks.looked', 1795000000003);
PRAGMA user_version = 5;
