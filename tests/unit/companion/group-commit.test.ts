import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupedWrites, type Writes } from '../../../companion/database/group-commit.ts';
import { openSqlite } from '../../../companion/database/open-sqlite.ts';
import { databaseTrouble } from '../../../companion/database/troubles.ts';

// Real files; what another process sees is asked over a second connection.

let folder: string;
let raw: DatabaseSync;
let other: DatabaseSync;
let writes: Writes;
let commits: number;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  const file = path.join(folder, 'a.sqlite');
  raw = new DatabaseSync(file);
  raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  raw.exec('CREATE TABLE note (text TEXT PRIMARY KEY) STRICT');
  other = new DatabaseSync(file, { readOnly: true });
  commits = 0;
  const exec = raw.exec.bind(raw);
  raw.exec = (sql) => {
    if (sql === 'COMMIT') commits += 1;
    exec(sql);
  };
  writes = groupedWrites(raw);
});
afterEach(() => {
  other.close();
  raw.close();
  rmSync(folder, { recursive: true });
});

const FULL = Object.assign(new Error('database or disk is full'), { errcode: 13 });
const put = (text: string) => raw.prepare('INSERT INTO note VALUES (?)').run(text);
const seen = () =>
  other.prepare('SELECT text FROM note ORDER BY text').all().flatMap(Object.values);
async function transaction(...texts: string[]): Promise<string> {
  await writes.begin();
  try {
    for (const text of texts) put(text);
  } catch (error) {
    await writes.rollback(error);
    return 'undone';
  }
  await writes.commit();
  // It has ended: then everybody sees it.
  return texts.every((text) => seen().includes(text)) ? 'seen' : 'not seen';
}
test('transactions that come together are confirmed together, and none before', async () => {
  const all = ['a', 'b', 'c', 'd'].map((text) => transaction(text));
  expect(seen()).toEqual([]);
  expect(await Promise.all(all)).toEqual(['seen', 'seen', 'seen', 'seen']);
  expect(commits).toBe(1);
  expect(await transaction('e')).toBe('seen');
  expect(commits).toBe(2);
});

test('one that fails is undone alone', async () => {
  const all = [transaction('a'), transaction('b', 'a'), transaction('c')];
  expect(await Promise.all(all)).toEqual(['seen', 'undone', 'seen']);
  expect(seen()).toEqual(['a', 'c']);
});

test('one that is alone and fails leaves nothing open', async () => {
  await transaction('a');
  expect(await transaction('b', 'a')).toBe('undone');
  await turnOfLoop();
  await turnOfLoop();
  expect(raw.isTransaction).toBe(false);
  expect(seen()).toEqual(['a']);
});

test('where the commit fails, all of them are told, nothing of them is left, and the next one works', async () => {
  const exec = raw.exec.bind(raw);
  raw.exec = (sql) => {
    if (sql === 'COMMIT') throw FULL;
    exec(sql);
  };
  // Who gave up may have done so for what it saw of the others.
  const all = await Promise.allSettled([transaction('a'), transaction('b'), transaction('c', 'a')]);
  expect(all).toEqual([FULL, FULL, FULL].map((reason) => ({ status: 'rejected', reason })));
  raw.exec = exec;
  expect(seen()).toEqual([]);
  expect(await transaction('a')).toBe('seen');
});

test('a disk that is full in the middle undoes what others wrote in the same group, and tells them', async () => {
  const others = transaction('a').catch((error: unknown) => error);
  await writes.begin();
  // As a full disk does: the whole transaction is gone, not only what failed.
  raw.exec('ROLLBACK');
  await expect(writes.rollback(FULL)).rejects.toBe(FULL);
  expect(await others).toBe(FULL);
  expect(await transaction('b')).toBe('seen');
  expect(seen()).toEqual(['b']);
});

test('what runs outside a transaction waits for its turn, and is on disk when it has run', async () => {
  const first = transaction('a');
  const [inside] = await Promise.all([writes.alone(() => raw.isTransaction), first]);
  expect(inside).toBe(false);
  await writes.alone(() => put('b'));
  expect(seen()).toEqual(['a', 'b']);
});

test('another process that writes is waited for', async () => {
  const holder = new DatabaseSync(path.join(folder, 'a.sqlite'));
  holder.exec('BEGIN IMMEDIATE');
  const waiting = transaction('a');
  await turnOfLoop();
  holder.exec('COMMIT');
  holder.close();
  expect(await waiting).toBe('seen');
});

test('through the store: what is read is what is on disk; a full disk is said as one', async () => {
  const { db, close } = await openSqlite(folder);
  const receipt = (key: string) => ({ key, at: 1 });
  const keys = async () =>
    (await db.selectFrom('receipt').select('key').execute()).map((one) => one.key);
  const written = db.transaction().execute(async (tx) => {
    await tx.insertInto('receipt').values(receipt('a')).execute();
    expect(await keys()).toEqual([]);
    expect(await tx.selectFrom('receipt').select('key').execute()).toHaveLength(1);
  });
  await written;
  expect(await keys()).toEqual(['a']);

  const big = 'x'.repeat(4_000_000);
  await sql`PRAGMA max_page_count = 200`.execute(db);
  const tries = ['small', big, 'last'].map((key) =>
    db.transaction().execute((tx) => tx.insertInto('receipt').values(receipt(key)).execute()),
  );
  const ended = await Promise.allSettled(tries);
  const troubles = ended.map((one) =>
    one.status === 'rejected' ? databaseTrouble(one.reason) : 'kept',
  );
  // Who came before goes with it where SQLite undoes everything, and is told the same.
  expect(troubles[1]).toBe('storeFull');
  for (const [key, trouble] of [
    ['small', troubles[0]],
    ['last', troubles[2]],
  ] as const) {
    expect(['kept', 'storeFull']).toContain(trouble);
    expect((await keys()).includes(key)).toBe(trouble === 'kept');
  }
  await close();
});
