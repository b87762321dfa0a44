import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONNECTORS, connectorOf } from '../../../utils/tools/connectors/index.ts';
import { saysOnly } from '../../../utils/tools/words.ts';

// What a connector lacks, told as what to do.
const FOLDER = path.resolve(import.meta.dirname, '../../../utils/tools/connectors');
const SHARED = new Set(['index.ts', 'type.ts', 'shop-labels.ts']);
const files = readdirSync(FOLDER).filter((file) => !SHARED.has(file));

test('every file of connectors/ stands in index.ts, under its own name', () => {
  expect(CONNECTORS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

describe.each(CONNECTORS)('$id', (connector) => {
  const { fields, page, name, menuPath, traps } = connector;

  test('says in both languages what it is and what to mind', () => {
    const texts = [name, ...connector.notes].flatMap(({ ja, en }) => [ja, en]);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  test('says the way to its settings, where the facts come from, and how saving reads', () => {
    expect(menuPath.length, 'menuPath is empty').toBeGreaterThan(0);
    expect(connector.sources.length, 'sources is empty').toBeGreaterThan(0);
    if (connector.surface === 'web') expect(connector.saveButtons).not.toEqual([]);
  });

  test('can be recognised by words', () => expect(page.names).not.toEqual([]));

  test('has one licenseKey field, and each kind once', () => {
    const kinds = fields.map(({ kind }) => kind);
    expect(kinds).toContain('licenseKey');
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('names each field as the tool does, first among its wordings', () => {
    for (const { label, wordings } of fields) expect(wordings).toContain(label);
  });

  test('no wording of a field fits another field or a trap', () => {
    for (const field of fields) {
      const others = fields.filter((each) => each !== field).flatMap(({ wordings }) => wordings);
      for (const wording of field.wordings) {
        expect(saysOnly(wording, others), `${wording} fits another field`).toBe(false);
        expect(saysOnly(wording, traps), `${wording} fits a trap`).toBe(false);
      }
    }
  });

  test('a vendor’s tool says how RMS names its app', () => {
    if (connector.keyOwner === 'vendor-app') expect(connector.vendorWords).not.toEqual([]);
  });

  test('its test, if any, can say yes and no', () => {
    if (connector.test === null) return;
    const { buttons, ok, failed, unclear } = connector.test;
    for (const words of [buttons, ok, failed, unclear]) expect(words).not.toEqual([]);
  });

  test('is found by its id', () => expect(connectorOf(connector.id)).toBe(connector));
});

test('two vendors do not answer to each other’s app', () => {
  const words = CONNECTORS.flatMap(({ vendorWords }) => vendorWords.map((w) => w.toLowerCase()));
  expect(new Set(words).size).toBe(words.length);
});
