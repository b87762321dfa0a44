import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMessagesFile, type ParsedMessage } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = ['entrypoints', 'components', 'utils', 'companion', 'scripts/manifest.ts'];

/** Every form of every message: `key` (and `key (n)` of a plural) → its words. */
function words(messages: ParsedMessage[]): Map<string, string> {
  return new Map(
    messages
      // Chrome's own, which the module adds.
      .filter(({ key }) => !key.join('.').startsWith('@@'))
      .flatMap((message): [string, string][] => {
        const key = message.key.join('.');
        return message.type === 'plural'
          ? Object.entries(message.plurals).map(([count, text]) => [`${key} (${count})`, text])
          : [[key, message.message]];
      }),
  );
}

const ja = words(await parseMessagesFile(path.join(ROOT, 'locales/ja.yml')));
const en = words(await parseMessagesFile(path.join(ROOT, 'locales/en.yml')));
const keyOf = (form: string): string => form.replace(/ \(\w+\)$/, '');
const keys = [...new Set([...ja.keys()].map(keyOf))];

// Japanese writes the month as a figure ($1), English by its name ($4).
const OTHERWISE = new Set(['days.shortDate']);

const placeholders = (text: string): string[] => [...new Set(text.match(/\$\d/g) ?? [])].sort();

describe('the words', () => {
  test('ja and en have the same keys', () => {
    const english = new Set([...en.keys()].map(keyOf));
    expect(keys.filter((key) => !english.has(key))).toEqual([]);
    expect([...english].filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('ja and en have the same placeholders', () => {
    const differing = [...ja].filter(
      ([form, text]) =>
        !OTHERWISE.has(form) && `${placeholders(text)}` !== `${placeholders(en.get(form) ?? text)}`,
    );
    expect(differing.map(([form]) => form)).toEqual([]);
  });

  test('none is empty, and none begins or ends with a space', () => {
    const bad = [...ja, ...en].filter(([, text]) => text === '' || text !== text.trim());
    expect(bad).toEqual([]);
  });

  test('there are no exclamation marks', () => {
    expect([...ja, ...en].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });

  test('Japanese in English is a word that stands in the Japanese too: RMS’s or a tool’s own', () => {
    const strange = [...en].flatMap(([form, text]) =>
      (text.match(/[\u3040-\u30ff\u4e00-\u9fff]+/g) ?? [])
        .filter((word) => !(ja.get(form) ?? '').includes(word))
        .map((word) => `${form}: ${word}`),
    );
    expect(strange).toEqual([]);
  });
});

function sourceText(): string {
  const files = SOURCES.flatMap((place) => {
    const whole = path.join(ROOT, place);
    if (place.endsWith('.ts')) return [whole];
    return readdirSync(whole, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|html)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
  });
  const withComments = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  // A comment begins a line or stands after a space: `${origin}/*` begins none.
  return withComments.replaceAll(/(?<=^|\s)\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

describe('the words and the code', () => {
  const text = sourceText();
  // `t('carry.gone')`, and the beginning of `t(`carry.${word}`)`.
  const asked = new Set([...text.matchAll(/['"]([a-z]\w*(?:\.\w+)+)['"]/gi)].map((m) => m[1]));
  const begun = [...text.matchAll(/`([a-z]\w*(?:\.\w+)*\.?)\$\{/gi)].map((m) => m[1] ?? '');
  const named = new Set([...text.matchAll(/__MSG_(\w+)__/g)].map((m) => m[1]));

  test('every key is used', () => {
    const unused = keys.filter(
      (key) =>
        !asked.has(key) &&
        !named.has(key.replaceAll('.', '_')) &&
        !begun.some((start) => start.includes('.') && key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  test('every key asked for by its whole name is there', () => {
    const called = [...text.matchAll(/\b(?:t|say)\(\s*['"]([\w.]+)['"]/g)].map((m) => m[1] ?? '');
    expect(called.filter((key) => !keys.includes(key))).toEqual([]);
  });
});
