import { describe, expect, test } from 'vitest';
import { messages } from './say.ts';

const ja = messages('ja');
const en = messages('en');
const holes = (text: string): string => [...new Set(text.match(/\$\d/g))].sort().join();

describe('the words', () => {
  test('both languages say the same things', () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
  });

  test('no message is empty', () => {
    expect([...ja, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  // Chrome reads `$1$` as the name of a placeholder and refuses to load the whole extension.
  test('two substitutions never touch', () => {
    expect([...ja, ...en].filter(([, text]) => /\$[\w@]+\$/.test(text))).toEqual([]);
  });

  test('Japanese uses no exclamation mark', () => {
    expect([...ja].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });

  test('a message of one language leaves out no value that the other gives, but words of dates may', () => {
    const differ = [...ja].filter(([key, text]) => holes(text) !== holes(en.get(key) ?? ''));
    expect(differ.map(([key]) => key)).toEqual(['days.shortDate']);
  });
});
