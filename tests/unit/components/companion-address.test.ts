import { expect, test } from 'vitest';
import { companionAddress } from '../../../entrypoints/board/settings/companion/companionAddress.ts';

test.each([
  [
    ' https://kagiban.example.co.jp/path ',
    'https://kagiban.example.co.jp',
    'https://kagiban.example.co.jp/*',
  ],
  ['https://kagiban.example:8443', 'https://kagiban.example:8443', 'https://kagiban.example/*'],
  ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787', 'http://127.0.0.1/*'],
  ['http://localhost:8787', 'http://localhost:8787', 'http://localhost/*'],
])('%s is asked for by its exact origin', (typed, origin, pattern) => {
  expect(companionAddress(typed)).toEqual({ origin, pattern });
});

test.each([
  'http://kagiban.example',
  'http://127.0.0.1.evil.example',
  'ftp://127.0.0.1',
  'https://user:pass@kagiban.example',
  'javascript:alert(1)',
  'kagiban',
  '',
])('%j is refused', (typed) => {
  expect(() => companionAddress(typed)).toThrow('companionAddress');
});
