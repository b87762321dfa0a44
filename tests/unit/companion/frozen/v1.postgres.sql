CREATE TABLE pairing_code (
  id BIGINT PRIMARY KEY CHECK (id = 1),
  code_hash TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  tries_left BIGINT NOT NULL
);
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  origin TEXT,
  paired_at BIGINT NOT NULL
);
INSERT INTO pairing_code VALUES (1, 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 1795300000000, 5);
INSERT INTO device VALUES ('d1', '受注PC', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'moz-extension://1', 1795000000000);
INSERT INTO device VALUES ('d2', 'script', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', NULL, 1795000000001);
CREATE TABLE kagiban_version (version INTEGER NOT NULL);
INSERT INTO kagiban_version VALUES (1);
