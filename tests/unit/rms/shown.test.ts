// Every pattern with a word of RMS's in the reader's source matches something in a fixture; one that does
// not is named here, or shown by a fixture of its own.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { clean, labelOf, squeeze } from '../../../utils/rms/text.ts';
import { fixture, read } from './page.ts';

const RMS = path.join(import.meta.dirname, '../../../utils/rms');
const FIXTURES = path.join(import.meta.dirname, 'fixtures');
/** Their words stand in tables with tests of their own. */
const ELSEWHERE = /^(apis|diagnosis)\//;
const JAPANESE = /[\u3041-\u30fe\u4e00-\u9fff]/;
const LITERAL =
  /(?<=[=(,:!]\s*|&& |return |\|\| )\/((?:[^\\\n/[]|\\.|\[(?:[^\\\]\n]|\\.)*\])+)\/([dgimsuvy]*)/g;
const LONGEST = 500;

function patterns(): { at: string; pattern: RegExp }[] {
  return readdirSync(RMS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !ELSEWHERE.test(file))
    .flatMap((file) => {
      const source = readFileSync(path.join(RMS, file), 'utf8').replace(
        /^\s*(\/\/|\*|\/\*).*$/gm,
        '',
      );
      return [...source.matchAll(LITERAL)]
        .filter(([, body = '']) => JAPANESE.test(body))
        .map(([, body = '', flags = '']) => ({
          at: `${file} /${body}/`,
          pattern: new RegExp(body, flags.replace('g', '')),
        }));
    });
}

/** All that a fixture says, in every form in which the reader compares texts. */
function said(): string[] {
  const texts = new Set<string>();
  for (const file of readdirSync(FIXTURES)) {
    const { document } = new JSDOM(readFileSync(path.join(FIXTURES, file), 'utf8')).window;
    texts.add(document.title);
    for (const el of document.querySelectorAll('*')) {
      if (/^(SCRIPT|STYLE|HTML|HEAD)$/.test(el.tagName)) continue;
      const text = el.textContent ?? '';
      if (text.length < LONGEST) texts.add(text);
      for (const name of ['value', 'alt', 'placeholder', 'aria-label', 'class', 'id'])
        texts.add(el.getAttribute(name) ?? '');
      for (const node of el.childNodes) if (node.nodeType === 3) texts.add(node.textContent ?? '');
    }
  }
  return [...texts].flatMap((text) => [
    text,
    text.trim(),
    clean(text),
    squeeze(text),
    labelOf(text),
  ]);
}

test('every pattern with words is shown by a fixture', () => {
  const found = patterns();
  expect(found.length).toBeGreaterThan(40);
  const texts = [...new Set(said())];
  const unshown = found.filter(({ pattern }) => !texts.some((text) => pattern.test(text)));
  expect(unshown.map(({ at }) => at)).toEqual([]);
});

test('the fixture of wordings is read', () => {
  const { licenses, problems, licenseCoverage } = read(fixture('wordings'));
  expect(licenses).toMatchObject([{ last4: 'A9FR', expiresOn: '2026-05-26' }]);
  expect(problems).toMatchObject([{ code: 'badLast4', app: '乙' }]);
  expect(licenseCoverage).toBe('partial');
});
