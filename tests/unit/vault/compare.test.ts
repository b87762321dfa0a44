import { expect, test } from 'vitest';
import { makeSecret } from '../../../utils/model/secret.ts';
import { compareKey } from '../../../utils/vault/compare.ts';

const KEY = 'SL123456_abcdEFGH0123A9FR';
const SECRET = 'SP123456_zyxwVUTS98765432';
const credentials = { licenseKey: makeSecret(KEY), serviceSecret: makeSecret(SECRET) };

test.each([
  [KEY, 'same'],
  [`${KEY}\r\n`, 'same'],
  [` ${KEY}`, 'spaced'],
  [`${KEY} `, 'spaced'],
  [`${KEY}\u200b`, 'spaced'],
  [KEY.slice(1), 'cut'],
  [KEY.slice(0, -1), 'cut'],
  [SECRET, 'otherHalf'],
  ['SL123456_abcdEFGH0123A9FQ', 'other'],
  [KEY.toLowerCase(), 'other'],
  ['', 'notKey'],
  ['店舗', 'notKey'],
])('%j is %s', (text, word) => {
  expect(compareKey(text, credentials, 'licenseKey')).toBe(word);
});

test('the secret is compared with the secret', () => {
  expect(compareKey(SECRET, credentials, 'serviceSecret')).toBe('same');
  expect(compareKey(KEY, credentials, 'serviceSecret')).toBe('otherHalf');
  const without = { ...credentials, serviceSecret: null };
  expect(compareKey(SECRET, without, 'serviceSecret')).toBe('other');
});
