// The pages of tests/e2e/reading, read without a browser: quick to run, and the first to say what broke.
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { LicenseRow } from '../../../utils/model/reading.ts';
import { readPage } from '../../../utils/rms/inspect.ts';
import { stateOf, type Key } from '../../e2e/reading/model.ts';
import { CASES, type Case } from '../../e2e/reading/variants.ts';

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
const told = (row: LicenseRow): string =>
  [fold(row.developer), fold(row.app), row.last4, row.expiresOn, row.state].join(' | ');
const wantedOf = (key: Key): string =>
  [fold(key.developer), fold(key.app), key.last4, key.on, stateOf(key.word)].join(' | ');

/** Frames and scripts need a browser. */
const still = ({ variant, sheet }: Case): boolean =>
  variant.parts === undefined && !/<script>(?!var )/.test(variant.draw(sheet));

describe.each(CASES)('%s', (_group, cases) => {
  test.each(cases.filter(still))('$variant.name', ({ variant, sheet, wanted, url }) => {
    const { document } = new JSDOM(variant.draw(sheet), { url }).window;
    const reading = readPage(document, { at: Date.now(), url });
    const optional = new Set((wanted.optional ?? []).map(wantedOf));
    const rows = reading.licenses.map(told).filter((line) => !optional.has(line));
    expect(rows.sort()).toEqual(wanted.keys.map(wantedOf).sort());
    expect(reading.events.map(({ company, service, state }) => [company, service, state])).toEqual(
      wanted.grants.map(({ company, service, word }) => [company, service, stateOf(word)]),
    );
    const alarm = reading.pageClass === 'unreadable' || reading.problems.length > 0;
    expect(alarm).toBe(wanted.alarm);
    if (rows.length === 0) return;
    expect(reading.shop).toMatchObject({ digits: wanted.shop.digits, slug: wanted.shop.slug });
  });
});
