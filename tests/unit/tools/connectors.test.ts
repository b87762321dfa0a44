import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SETTING_KINDS } from '../../../utils/model/tool.ts';
import type { Connector } from '../../../utils/tools/connectors/type.ts';
import { CONNECTORS, connectorOf } from '../../../utils/tools/connectors/index.ts';
import { saysOnly } from '../../../utils/tools/words.ts';

// What a connector lacks, told as what to do.
const FOLDER = path.resolve(import.meta.dirname, '../../../utils/tools/connectors');
const SHARED = new Set(['index.ts', 'type.ts', 'shop-labels.ts', 'wordings.ts']);
const files = readdirSync(FOLDER).filter((file) => !SHARED.has(file));

test('every file of connectors/ stands in index.ts, under its own name', () => {
  expect(CONNECTORS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

const nameOf = ({ kind, part }: { kind: string; part?: { id: string } }) => `${kind} ${part?.id}`;

/** Luxliner takes the settings of other services, and no Rakuten key. */
const takesKey = ({ fields }: Connector): boolean =>
  fields.some(({ kind }) => !(SETTING_KINDS as readonly string[]).includes(kind));

describe.each(CONNECTORS)('$id', (connector) => {
  const { fields, page, name, pitfalls, notes, traps } = connector;
  const { stopBeforeChange, stops, warnsBeforeExpiry } = connector;

  test('says in both languages what it is and what to mind', () => {
    const optional = [stopBeforeChange, stops, warnsBeforeExpiry].filter((note) => note);
    const texts = [name, ...pitfalls, ...notes, ...optional].flatMap((note) =>
      note ? [note.ja, note.en] : [],
    );
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    const sentences = texts.slice(2);
    expect(
      sentences.filter((text) => !/[。.]$/.test(text)),
      'a note is a sentence',
    ).toEqual([]);
  });

  test('says where the facts come from', () => {
    expect(connector.sources, 'sources is empty').not.toEqual([]);
    expect(connector.sources.filter((source) => !URL.canParse(source))).toEqual([]);
  });

  test('can be recognised by words', () => expect(page.names).not.toEqual([]));

  test('has one licenseKey field or names its parts, if its fields are known', () => {
    const names = fields.map(nameOf);
    expect(new Set(names).size, 'the same field twice').toBe(names.length);
    if (takesKey(connector)) expect(fields.map(({ kind }) => kind)).toContain('licenseKey');
    const parts = fields.filter(({ part }) => part);
    const kinds = new Set(parts.map(({ kind }) => kind));
    const without = fields.filter(({ kind, part }) => kinds.has(kind) && !part);
    expect(without, 'a field without part beside others of its kind with one').toEqual([]);
  });

  test('wordings of a field say its label', () => {
    for (const { label, wordings } of fields) {
      expect(saysOnly(label, wordings), `no wording says ${label}`).toBe(true);
    }
  });

  test('no wording of a field fits another field, a trap or a field that takes no key', () => {
    const otherLabels = connector.others.map(({ label }) => label);
    for (const field of fields) {
      const others = fields
        .filter(({ kind }) => kind !== field.kind)
        .flatMap(({ wordings }) => wordings);
      for (const wording of field.wordings) {
        expect(saysOnly(wording, others), `${wording} fits another field`).toBe(false);
        expect(saysOnly(wording, traps), `${wording} fits a trap`).toBe(false);
      }
      const taken = otherLabels.filter((label) => saysOnly(label, field.wordings));
      expect(taken, `${field.label} would take another field`).toEqual([]);
    }
  });

  test('parts of one kind are told apart by words of their own', () => {
    const words = fields.flatMap(({ kind, part }) => part?.words.map((w) => `${kind} ${w}`) ?? []);
    expect(new Set(words).size).toBe(words.length);
  });

  test('a vendor’s tool says how RMS names its app', () => {
    if (connector.keyOwner === 'vendor-app') expect(connector.vendorWords).not.toEqual([]);
  });

  test('its test, if any, has a button; where it can say yes it can say no', () => {
    if (connector.test === null) return;
    const { buttons, ok, failed } = connector.test;
    expect(buttons).not.toEqual([]);
    if (ok.length > 0) expect(failed).not.toEqual([]);
  });

  test('what goes together, goes together', () => {
    const { after, surface, syncsTo = [], activation, reissue } = connector;
    if (takesKey(connector))
      expect(after, 'a tool with a key field says what follows').toBeDefined();
    if (reissue === 'never') expect(after).not.toBe('paste');
    if (surface === 'vendor') expect(fields, 'the shop enters no key there').toEqual([]);
    for (const id of syncsTo) expect(connectorOf(id), `syncsTo ${id}`).toBeDefined();
    if (activation) expect(activation.fromMinutes).toBeLessThanOrEqual(activation.toMinutes);
  });

  test('is found by its id', () => expect(connectorOf(connector.id)).toBe(connector));
});

test('two vendors do not answer to each other’s app', () => {
  const words = CONNECTORS.flatMap(({ vendorWords }) => vendorWords.map((w) => w.toLowerCase()));
  expect(new Set(words).size).toBe(words.length);
});
