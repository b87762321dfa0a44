import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { COLLECTIONS } from '../../../utils/ledger/collections.ts';
import { migrate, STORE_VERSION } from '../../../utils/ledger/migrations.ts';
import { openStore } from '../../../utils/ledger/store.ts';
import { historySchema, ledgerSchema } from '../../../utils/model/stored.schema.ts';
import { FROZEN, shapeNow } from './shape.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(FROZEN, name), 'utf8'));
const frozen = (version: number) =>
  read(`v${version}.json`) as { ledger: Record<string, unknown>; history: object[] };

const versions = Array.from({ length: STORE_VERSION }, (_, i) => i + 1);

describe('stored shapes', () => {
  test.each(versions)('version %i has its example', (version) => {
    const missing = `write tests/unit/ledger/frozen/v${version}.json: one record of every kind`;
    expect(existsSync(path.join(FROZEN, `v${version}.json`)), missing).toBe(true);
  });

  test('the shape of this version is the frozen one', () => {
    // If this fails, a stored type changed: raise STORE_VERSION, add a step to migrations.ts, and freeze
    // v<n>.json and v<n>.schema.json (shape.ts) beside the old ones. What was released is never edited.
    expect(shapeNow()).toEqual(read(`v${STORE_VERSION}.schema.json`));
  });

  test('the example of this version is of this shape, with a record in every list', () => {
    const { ledger, history } = frozen(STORE_VERSION);
    expect(ledgerSchema.parse(ledger)).toEqual(ledger);
    expect(history.map((entry) => historySchema.parse(entry))).toEqual(history);
    expect(COLLECTIONS.filter((name) => (ledger[name] as unknown[]).length === 0)).toEqual([]);
  });

  test.each(versions)('a database of version %i opens as one of this version', async (version) => {
    const name = `frozen-${version}`;
    const { ledger, history } = frozen(version);
    const old = await openDB(name, version, {
      upgrade: (database) => migrate(database, 0, version),
    });
    for (const store of COLLECTIONS) {
      for (const row of ledger[store] as object[]) await old.put(store, row);
    }
    await old.put('meta', ledger['meta']);
    for (const entry of history) await old.add('history', entry);
    old.close();

    const store = await openStore(name);
    expect(await store.read()).toEqual(frozen(STORE_VERSION).ledger);
    expect(await store.history(100)).toHaveLength(history.length);
    store.close();
  });
});
