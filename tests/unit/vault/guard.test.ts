import { describe, expect, test } from 'vitest';
import { reveal } from '../../../utils/model/secret.ts';
import { checkKey, type KeyFacts } from '../../../utils/vault/guard.ts';

const KEY = 'SL123456_abcdEFGH0123A9FR';
const SECRET = 'SP123456_zyxwVUTS98765432';
const FACTS: KeyFacts = {
  last4: 'A9FR',
  state: 'active',
  shopDigits: '123456',
  otherShopDigits: ['654321'],
  isOtherApps: false,
};

function check(licenseKey: string, serviceSecret: string | null = null, facts = FACTS) {
  const answer = checkKey({ licenseKey, serviceSecret }, facts);
  return {
    key: answer.licenseKey && reveal(answer.licenseKey),
    secret: answer.serviceSecret && reveal(answer.serviceSecret),
    warnings: answer.warnings,
    refused: answer.refused,
  };
}

describe('the paste guard', () => {
  test('lets a good pair through without a word', () => {
    expect(check(KEY, SECRET)).toEqual({ key: KEY, secret: SECRET, warnings: [], refused: null });
  });

  test.each([` ${KEY}`, `${KEY}\r\n`, `\t${KEY} `])('trims %j without a word', (text) => {
    expect(check(text)).toMatchObject({ key: KEY, warnings: [] });
  });

  test.each([
    ['zero width space', `SL123456_\u200babcdEFGH0123A9FR`],
    ['byte order mark', `\ufeff${KEY}`],
    ['no-break space', `${KEY}\u00a0`],
    ['soft hyphen', KEY.replace('_', '_\u00ad')],
    ['right-to-left mark', `${KEY}\u200f`],
    ['tag character', `${KEY}\u{e0041}`],
    ['variation selector', `${KEY}\ufe0f`],
    ['Hangul filler', `${KEY}\u3164`],
    ['line break inside', KEY.replace('EFGH', 'EF\nGH')],
    ['ideographic space', `\u3000${KEY}`],
  ])('takes out a %s and says so', (_, text) => {
    expect(check(text)).toMatchObject({ key: KEY, warnings: ['invisibleRemoved'] });
  });

  test('turns full-width letters into what they stand for', () => {
    const wide = 'ＳＬ１２３４５６＿ａｂｃｄＥＦＧＨ０１２３Ａ９ＦＲ';
    expect(check(wide)).toMatchObject({ key: KEY, warnings: ['fullWidthRemoved'] });
  });

  test.each([
    ['first', KEY.slice(1), ['firstMissing']],
    ['first (vendor app)', '23456abcdEFGH0123A9FR', ['firstMissing']],
    ['last', KEY.slice(0, -1), ['lastMissing']],
    ['last (vendor app)', '123456abcdEFGH0123A9F', ['lastMissing']],
    ['last two', KEY.slice(0, -2), ['last4Differs', 'unusualShape']],
  ])('notices that the %s character is missing', (_, text, warnings) => {
    expect(check(text)).toMatchObject({ warnings, refused: null });
  });

  test('notices a missing last character without knowing the last four', () => {
    const facts = { ...FACTS, last4: null };
    expect(check(KEY.slice(0, -1), null, facts).warnings).toEqual(['lastMissing']);
    expect(check(KEY, SECRET.slice(0, -1), facts).warnings).toEqual(['lastMissing']);
  });

  test('notices a key of another app than the page names', () => {
    expect(check(KEY, null, { ...FACTS, isOtherApps: true }).warnings).toEqual(['otherAppsKey']);
  });

  test('notices another shop, with or without knowing ours', () => {
    const other = 'SL654321_abcdEFGH0123A9FR';
    expect(check(other).warnings).toEqual(['otherShopDigits']);
    expect(check(other, null, { ...FACTS, shopDigits: null }).warnings).toEqual([
      'otherShopDigits',
    ]);
    expect(check('654321abcdEFGH0123A9FR').warnings).toEqual(['otherShopDigits']);
    expect(
      check('SL999999_abcdEFGH0123A9FR', null, { ...FACTS, shopDigits: null }).warnings,
    ).toEqual([]);
  });

  test.each([
    [SECRET, KEY],
    [SECRET, null],
    [KEY, KEY],
  ])('notices secret and key in each other’s place (%#)', (key, secret) => {
    expect(check(key, secret).warnings).toContain('secretAndKeySwapped');
  });

  test('requires no prefix: an odd shape is a warning only (rms.md §2)', () => {
    expect(check('abcdefgh-A9FR')).toMatchObject({ warnings: ['unusualShape'], refused: null });
    expect(check('123456abcdEFGH0123A9FR')).toMatchObject({ warnings: [] });
  });

  test.each([
    ['awaitingApproval', ['awaitingApproval']],
    ['expired', ['expired']],
    ['stopped', ['stopped']],
    ['updateAvailable', []],
    ['unknown', []],
    [null, ['notInLedger']],
  ] as const)('says of state %s: %j', (state, warnings) => {
    expect(check(KEY, null, { ...FACTS, state }).warnings).toEqual(warnings);
  });

  test.each(['', '   ', 'A9FR', '末尾4桁: A9FR', 'ライセンスキー', 'x'.repeat(257)])(
    'refuses %j, which certainly is no key',
    (text) => {
      expect(check(text)).toEqual({
        key: null,
        secret: null,
        warnings: [],
        refused: 'keyNotFound',
      });
    },
  );

  test('refuses a pair whose secret is no secret', () => {
    expect(check(KEY, '表示する').refused).toBe('keyNotFound');
  });

  test('its answer shows no key when written down', () => {
    expect(JSON.stringify(checkKey({ licenseKey: KEY, serviceSecret: SECRET }, FACTS))).not.toMatch(
      /SL123456|SP123456/,
    );
  });
});
