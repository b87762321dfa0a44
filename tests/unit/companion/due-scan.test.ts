import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { makeStore } from '../../../companion/store/store.ts';
import { T0 } from '../ledger/make.ts';
import { describeOnBoth } from './support/databases.ts';

// What is looked for once a second must not grow with the number of keys: 100,000 of them, one a shop (20,000 in npm test).

const LONG = process.env['KAGIBAN_LONG'] === '1';
const SHOPS = LONG ? 100_000 : 20_000;
const DUE = 100;

describeOnBoth('looking for what is due', ({ settings, open, kind }) => {
  test('by the index alone', { timeout: 120_000 }, async () => {
    const database = await open(await settings());
    const { db } = database;
    const store = makeStore(database, () => 'new');
    const numbers =
      kind === 'postgres'
        ? sql`generate_series(1, ${SHOPS}::int) AS n(i)`
        : sql`(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${SHOPS}) SELECT i FROM n) AS n`;
    const after = kind === 'postgres' ? sql`${T0}::bigint` : sql`${T0}`;
    await sql`INSERT INTO shop (id, revision, wake_at)
      SELECT 's' || i, 0, ${after} + (i - ${DUE}) * 1000 FROM ${numbers}`.execute(db);
    await sql`INSERT INTO outbox (id, shop_id, due_at)
      SELECT 'd' || i, 's' || i, ${after} + (i - ${DUE}) * 1000 FROM ${numbers}`.execute(db);
    await sql`${sql.raw(kind === 'postgres' ? 'VACUUM ANALYZE' : 'ANALYZE')}`.execute(db);

    const plan = async (text: ReturnType<typeof sql>): Promise<string> => {
      const explained =
        kind === 'postgres' ? sql`EXPLAIN (ANALYZE) ${text}` : sql`EXPLAIN QUERY PLAN ${text}`;
      return JSON.stringify((await explained.execute(db)).rows);
    };
    const shops = await plan(
      sql`SELECT id FROM shop WHERE wake_at <= ${T0} ORDER BY wake_at LIMIT 20`,
    );
    const rows = await plan(
      sql`SELECT shop_id FROM outbox WHERE due_at <= ${T0} ORDER BY due_at LIMIT 100`,
    );
    const byIndex = kind === 'postgres' ? 'Index Only Scan using ' : 'USING COVERING INDEX ';
    expect(shops).toContain(`${byIndex}shop_wake`);
    expect(rows).toContain(`${byIndex}outbox_due`);
    if (kind === 'postgres') {
      const took = [shops, rows].map((text) => Number(/Execution Time: ([\d.]+)/.exec(text)?.[1]));
      expect(Math.max(...took)).toBeLessThan(1_000);
    }

    const first = await store.claimShops(T0, T0 + 60_000, 60);
    const second = await store.claimShops(T0, T0 + 60_000, 60);
    expect([first.length, second.length]).toEqual([60, 40]);
    expect(new Set([...first, ...second]).size).toBe(DUE);
    expect(await store.shopsToTell(T0, 1_000)).toHaveLength(DUE);
    await store.close();
  });
});
