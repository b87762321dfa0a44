import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../companion/store/migrations.ts';
import { openDatabase } from '../../../companion/store/open.ts';
import { sqliteStore } from '../../../companion/store/sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rawDatabase = () => new DatabaseSync(path.join(folder, 'companion.sqlite'));

// Frozen: what version 1 left on disk. Later versions add theirs below and must read this one.
const FROZEN_V1 = `
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
  INSERT INTO pairing_code VALUES (1, '${'c'.repeat(64)}', 1795300000000, 5);
  INSERT INTO device VALUES ('d1', '受注PC', '${'a'.repeat(64)}', 'moz-extension://1', 1795000000000);
  INSERT INTO device VALUES ('d2', 'script', '${'b'.repeat(64)}', NULL, 1795000000001);
  PRAGMA user_version = 1`;

test('a database of version 1 is read as it was', async () => {
  const old = rawDatabase();
  old.exec(FROZEN_V1);
  old.close();
  const store = sqliteStore(openDatabase(folder));
  expect(await store.deviceByToken('a'.repeat(64))).toEqual({
    id: 'd1',
    name: '受注PC',
    origin: 'moz-extension://1',
    pairedAt: 1_795_000_000_000,
  });
  expect(await store.countDevices()).toBe(2);
  const device = { id: 'd3', name: 'x', origin: null, pairedAt: 1_795_000_000_002, tokenHash: 'e' };
  expect(await store.redeemCode('c'.repeat(64), device)).toBe('paired');
  store.close();
});

test('a fresh database has the shape of the frozen one', () => {
  const shapeOf = (db: DatabaseSync) =>
    db
      .prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
      .all()
      .map((row) => String(row['sql']).replace(/\s+/g, ' '));
  const frozen = new DatabaseSync(':memory:');
  frozen.exec(FROZEN_V1);
  const fresh = openDatabase(folder);
  expect(MIGRATIONS).toHaveLength(1);
  expect(shapeOf(fresh)).toEqual(shapeOf(frozen));
  fresh.close();
});

test('a database of a newer version stops the start and stays as it is', () => {
  openDatabase(folder).close();
  const newer = rawDatabase();
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => openDatabase(folder)).toThrow(/^KAGIBAN_DATA: was written by a newer Kagiban/);
  const after = rawDatabase();
  expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
  after.close();
});

test('a file that is no database stops the start', () => {
  writeFileSync(path.join(folder, 'companion.sqlite'), 'not a database, '.repeat(100));
  expect(() => openDatabase(folder)).toThrow(/^KAGIBAN_DATA: cannot keep the database/);
});

test('every write is on disk before it is answered', () => {
  const db = openDatabase(folder);
  expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  db.close();
});
