/** What the two databases spell differently. */
export interface Spelling {
  /** ms since 1970 and other whole numbers. */
  int: string;
  /** A number that counts up by itself. */
  counter: string;
  /** End of a table. */
  end: string;
}

export const SQLITE: Spelling = {
  int: 'INTEGER',
  counter: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  end: ' STRICT',
};

export const POSTGRES: Spelling = {
  int: 'BIGINT',
  counter: 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
  end: '',
};

/**
 * Forward only: number n brings a database of version n to n + 1, by statements. One that was released
 * never changes.
 */
export const MIGRATIONS: readonly ((spelling: Spelling) => string[])[] = [
  ({ int, end }) => [
    `CREATE TABLE pairing_code (
       id ${int} PRIMARY KEY CHECK (id = 1),
       code_hash TEXT NOT NULL,
       expires_at ${int} NOT NULL,
       tries_left ${int} NOT NULL
     )${end}`,
    `CREATE TABLE device (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       token_hash TEXT NOT NULL UNIQUE,
       origin TEXT,
       paired_at ${int} NOT NULL
     )${end}`,
  ],
  ({ int, counter, end }) => [
    `ALTER TABLE pairing_code ADD COLUMN shops TEXT`,
    `CREATE TABLE member (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       created_at ${int} NOT NULL,
       left_at ${int}
     )${end}`,
    // Whoever paired before there were names goes by the name of the browser.
    `INSERT INTO member (id, name, created_at) SELECT id, name, paired_at FROM device`,
    `ALTER TABLE device ADD COLUMN member_id TEXT NOT NULL DEFAULT ''`,
    `UPDATE device SET member_id = id`,
    `ALTER TABLE device ADD COLUMN every_shop ${int} NOT NULL DEFAULT 1`,
    `ALTER TABLE device ADD COLUMN revoked_at ${int}`,
    `CREATE INDEX device_of_member ON device (member_id)`,
    `CREATE TABLE shop (
       id TEXT PRIMARY KEY,
       digits TEXT UNIQUE,
       slug TEXT UNIQUE,
       ledger TEXT NOT NULL,
       revision ${int} NOT NULL
     )${end}`,
    `CREATE TABLE device_shop (
       device_id TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
       shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
       PRIMARY KEY (device_id, shop_id)
     )${end}`,
    `CREATE TABLE history (
       seq ${counter},
       shop_id TEXT NOT NULL,
       at ${int} NOT NULL,
       kind TEXT NOT NULL,
       subject_id TEXT,
       detail TEXT NOT NULL
     )${end}`,
    `CREATE INDEX history_of_shop ON history (shop_id, seq)`,
    `CREATE TABLE receipt (key TEXT PRIMARY KEY, at ${int} NOT NULL)${end}`,
    `CREATE INDEX receipt_age ON receipt (at)`,
    `CREATE TABLE watch (
       id TEXT PRIMARY KEY,
       shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
       license_id TEXT NOT NULL UNIQUE,
       member_id TEXT NOT NULL,
       sealed TEXT NOT NULL,
       functions TEXT NOT NULL,
       created_at ${int} NOT NULL,
       due_at ${int} NOT NULL
     )${end}`,
    `CREATE INDEX watch_due ON watch (due_at)`,
    `CREATE TABLE calendar_link (
       id TEXT PRIMARY KEY,
       shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
       token_hash TEXT NOT NULL UNIQUE,
       created_at ${int} NOT NULL
     )${end}`,
  ],
  ({ int, end }) => [
    // 0 = at once: what was there before anybody could speak is looked at first.
    `ALTER TABLE shop ADD COLUMN wake_at ${int} NOT NULL DEFAULT 0`,
    `CREATE INDEX shop_wake ON shop (wake_at, id)`,
    `CREATE TABLE outbox (
       id TEXT PRIMARY KEY,
       shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
       due_at ${int} NOT NULL
     )${end}`,
    `CREATE INDEX outbox_due ON outbox (due_at, shop_id)`,
    `CREATE INDEX outbox_of_shop ON outbox (shop_id)`,
    `CREATE TABLE channel_secret (
       shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
       name TEXT NOT NULL,
       sealed TEXT NOT NULL,
       PRIMARY KEY (shop_id, name)
     )${end}`,
  ],
  ({ end }) => [
    // A small row is written at every reading, a long text where a reading says anything new.
    `CREATE TABLE ledger (
       shop_id TEXT PRIMARY KEY REFERENCES shop (id) ON DELETE CASCADE,
       json TEXT NOT NULL
     )${end}`,
    `INSERT INTO ledger (shop_id, json) SELECT id, ledger FROM shop`,
    `ALTER TABLE shop DROP COLUMN ledger`,
    `ALTER TABLE shop ADD COLUMN seen TEXT`,
    // Not of channels alone: what a shop's fingerprints are made with is among them.
    `ALTER TABLE channel_secret RENAME TO shop_secret`,
  ],
  ({ int, end }) => [
    // Among the receipts it was forgotten with them: whoever was away for longer did not know that he had been.
    `CREATE TABLE noted_time (name TEXT PRIMARY KEY, at ${int} NOT NULL)${end}`,
    `INSERT INTO noted_time (name, at)
       SELECT key, at FROM receipt WHERE key LIKE 'speaks.%' OR key LIKE 'met %'`,
    `DELETE FROM receipt WHERE key LIKE 'speaks.%' OR key LIKE 'met %'`,
  ],
];
