import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, restore } from '../../../companion/database/back-up.ts';
import { openSqlite } from '../../../companion/database/open-sqlite.ts';
import { makeStore } from '../../../companion/store/store.ts';
import { readKeyRing } from '../../../companion/seal/master-key.ts';

let folder: string;
let data: string;
const where = () => ({ databaseUrl: null, data });
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  data = path.join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = async () => makeStore(await openSqlite(data), () => 'id');
const pair = async (id: string) => {
  const store = await open();
  await store.offerCode({ codeHash: 'c'.repeat(64), expiresAt: 10, tries: 5, shops: null });
  const device = {
    id,
    name: id,
    person: '島田',
    origin: null,
    pairedAt: 1,
    tokenHash: `hash-${id}`,
  };
  await store.redeemCode('c'.repeat(64), device);
  await store.offerCode({ codeHash: 'd'.repeat(64), expiresAt: 10, tries: 5, shops: null });
  return store;
};

test('a back-up of a running companion brings back what was there, without master key and code', async () => {
  const running = await pair('a');
  readKeyRing(null, data);
  const file = path.join(folder, 'backup.sqlite');
  await backUp(where(), file);
  await running.close();
  expect(readdirSync(folder).sort()).toEqual(['backup.sqlite', 'data']);
  expect(readFileSync(file, 'latin1')).not.toContain('d'.repeat(64));
  await (await pair('b')).close();

  const aside = await restore(where(), file);
  const store = await open();
  expect((await store.devices()).map(({ id }) => id)).toEqual(['a']);
  await store.close();
  const old = new DatabaseSync(aside ?? '', { readOnly: true });
  expect(old.prepare('SELECT count(*) AS n FROM device').get()).toEqual({ n: 2 });
  old.close();
  if (process.platform !== 'win32') {
    expect(statSync(path.join(data, 'companion.sqlite')).mode & 0o077).toBe(0);
  }
});

test('on a new machine there is nothing to move aside but an empty one', async () => {
  await (await pair('a')).close();
  const file = path.join(folder, 'backup.sqlite');
  await backUp(where(), file);
  rmSync(data, { recursive: true });
  await restore(where(), file);
  const store = await open();
  expect(await store.countDevices()).toBe(1);
  await store.close();
});

test('what cannot be done says so, and changes nothing', async () => {
  const running = await pair('a');
  const file = path.join(folder, 'backup.sqlite');
  await backUp(where(), file);
  await expect(backUp(where(), file)).rejects.toThrow(/^backup: .* is there already$/);
  await expect(backUp(where(), path.join(folder, 'no/such/x'))).rejects.toThrow(
    /^backup: cannot write/,
  );
  await expect(restore(where(), file)).rejects.toThrow(/^restore: stop the companion first$/);
  expect(await running.countDevices()).toBe(1);
  await running.close();
  const odd = path.join(folder, 'odd');
  writeFileSync(odd, 'no database');
  await expect(restore(where(), odd)).rejects.toThrow(/^restore: .* is no back-up/);
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  await expect(restore(where(), file)).rejects.toThrow(/newer Kagiban/);
  const postgres = { databaseUrl: 'postgres://x/y', data };
  await expect(backUp(postgres, file)).rejects.toThrow(/pg_dump/);
  const store = await open();
  expect(await store.countDevices()).toBe(1);
  await store.close();
});
