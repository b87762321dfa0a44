import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { HIDDEN, last4Of, makeSecret, redactKeys, reveal } from '../../../utils/model/secret.ts';

const KEY = 'SL123456_AbCdEfGhIjKlMn0p';

describe('a secret', () => {
  test('cannot be logged, joined or serialised by accident', () => {
    const secret = makeSecret(KEY);
    const ways = [
      String(secret),
      `${secret}`,
      JSON.stringify({ secret }),
      inspect(secret, { depth: 9 }),
    ];
    for (const text of ways) expect(text).not.toContain(KEY);
    expect(JSON.stringify({ secret })).toBe(JSON.stringify({ secret: HIDDEN }));
    expect(Object.values(secret).join()).not.toContain(KEY);
  });
  test('gives its text and last four to those who ask', () => {
    expect(reveal(makeSecret(KEY))).toBe(KEY);
    expect(last4Of(makeSecret(KEY))).toBe('Mn0p');
  });
  test('of another process is refused', () => {
    expect(() => reveal({ kind: 'secret' })).toThrow('not a secret');
  });
});

describe('redactKeys', () => {
  test.each([
    [`キー ${KEY} です`, `キー ${HIDDEN} です`],
    ['123456AbCdEfGhIjKlMn', HIDDEN],
    ['GoQ System (ごくシステム)', 'GoQ System (ごくシステム)'],
    ['rpay.order.searchOrder', 'rpay.order.searchOrder'],
    ['RmsServiceSquareConnector', 'RmsServiceSquareConnector'],
    ['2025/05/26 23:59:59', '2025/05/26 23:59:59'],
  ])('%s → %s', (text, redacted) => {
    expect(redactKeys(text)).toBe(redacted);
    expect(redactKeys(redacted)).toBe(redacted);
  });
});
