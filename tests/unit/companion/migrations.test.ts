import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../../companion/database/migrations.ts';
import { openSqlite } from '../../../companion/database/open-sqlite.ts';
import { makeStore } from '../../../companion/store/store.ts';
import { describeOnBoth } from './support/databases.ts';
import { frozenDump, frozenVersions, runSql, shapeOf } from './support/frozen.ts';

/** When its shop was last seen, by version. */
const SEEN = [
  [],
  [1_795_000_000_000],
  [1_795_000_000_000],
  [1_795_000_000_005],
  [1_795_000_000_005],
];
/** These kept among the receipts when they had last looked. */
const LOOKED_IN_RECEIPTS = new Set([2, 3, 4]);

describeOnBoth('an older database', ({ kind, settings, open }) => {
  test('every version has its frozen dump', () => {
    expect(frozenVersions(kind)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  test.each(frozenVersions(kind))('of version %i is read as it was', async (version) => {
    const where = await settings();
    await runSql(where, frozenDump(version, kind));
    if (LOOKED_IN_RECEIPTS.has(version))
      await runSql(where, `INSERT INTO receipt VALUES ('speaks.looked', 1795000000003)`);
    const store = makeStore(await open(where), () => 'new');
    expect(await store.deviceByToken('a'.repeat(64))).toMatchObject({
      id: 'd1',
      name: '受注PC',
      origin: 'moz-extension://1',
      pairedAt: 1_795_000_000_000,
      revokedAt: null,
    });
    expect(await store.countDevices()).toBe(2);
    const device = { id: 'd3', name: 'x', person: '島田', origin: null, tokenHash: 'e' };
    const now = { ...device, pairedAt: 1_795_000_000_002 };
    expect(await store.redeemCode('c'.repeat(64), now)).toBe('paired');
    const shops = await store.shops({ every: true });
    expect(shops.map(({ ledger }) => ledger.shops[0]?.lastSeenAt)).toEqual(SEEN[version - 1]);
    const secrets = version < 3 ? null : 'a1b2c3d4.AAAA';
    expect(await store.sealedSecret('s1', 'channel:chatwork')).toBe(secrets);
    expect(await store.timeOf('speaks.looked')).toBe(version < 2 ? null : 1_795_000_000_003);
    await store.close();
  });

  test('the newest dump has the shape of a fresh database', async () => {
    const [frozen, fresh] = [await settings(), await settings()];
    await runSql(frozen, frozenDump(MIGRATIONS.length, kind));
    await (await open(fresh)).close();
    expect(await shapeOf(kind, fresh)).toEqual(await shapeOf(kind, frozen));
  });

  test('of a newer version stops the start and stays as it is', async () => {
    const where = await settings();
    await (await open(where)).close();
    const [set, get] =
      kind === 'sqlite'
        ? ['PRAGMA user_version = 99', 'PRAGMA user_version']
        : ['UPDATE kagiban_version SET version = 99', 'SELECT version FROM kagiban_version'];
    await runSql(where, set);
    await expect(open(where)).rejects.toThrow(
      /^(?:KAGIBAN_DATA|DATABASE_URL): was written by a newer/,
    );
    expect(Object.values((await runSql(where, get))[0] ?? {})).toEqual([99]);
  });

  test('four processes that start at once make it once', async () => {
    const where = await settings();
    const opened = await Promise.all([1, 2, 3, 4].map(() => open(where)));
    for (const one of opened) await one.close();
    await (await open(where)).close();
  });
});

describeOnBoth('a database that cannot be used', ({ kind, settings, open }) => {
  test('stops the start with one line that holds no password', async () => {
    const { data } = await settings();
    if (kind === 'sqlite') {
      writeFileSync(path.join(data, 'companion.sqlite'), 'not a database, '.repeat(100));
      await expect(open({ data, databaseUrl: null })).rejects.toThrow(/^KAGIBAN_DATA: cannot keep/);
      return;
    }
    const databaseUrl = 'postgres://user:CanaryPassword@127.0.0.1:9/none';
    const error = await open({ data, databaseUrl }).catch((reason: Error) => reason.message);
    expect(error).toMatch(/^DATABASE_URL: cannot use the database \(ECONNREFUSED\)[^\n]+$/);
    expect(error).not.toContain('Canary');
  });
});

test('every write on SQLite is on disk before it is answered', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  const { db, close } = await openSqlite(folder);
  const pragma = async (name: string) =>
    Object.values((await sql.raw(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0];
  expect([await pragma('journal_mode'), await pragma('synchronous')]).toEqual(['wal', 2]);
  await close();
  rmSync(folder, { recursive: true });
});
