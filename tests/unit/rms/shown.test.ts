// Every word and selector in the reader's source is in a fixture: each pattern, each alternative within one,
// each word of a table, each selector. What is not is named here, or shown by a fixture of its own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { API_TABLE } from '../../../utils/rms/apis/table.ts';
import { KNOWN } from '../../../utils/rms/diagnosis/words.ts';
import { clean, labelOf, squeeze } from '../../../utils/rms/text.ts';
import { PAGE_HEADINGS, WORDS } from '../../../utils/rms/words.ts';
import { CONNECTORS } from '../../../utils/tools/connectors/index.ts';
import { ALL_FUNCTIONS } from '../../sites/rms/functions.ts';
import { alternativesOf } from './alternatives.ts';
import { fixture, OTHER_URL, read } from './page.ts';

const RMS = path.join(import.meta.dirname, '../../../utils/rms');
const FIXTURES = path.join(import.meta.dirname, 'fixtures');
/** Their words stand in tables, which are looked at as such. */
const ELSEWHERE = /^(apis|diagnosis)\//;
const JAPANESE = /[\u3041-\u30fe\u4e00-\u9fff\uff66-\uff9f]/;
/** A word of RMS's in an alternative; names of tags are none. */
const WORD = /[\u3041-\u30fe\u4e00-\u9fff\uff66-\uff9f]|[a-z]{3}/;
const LITERAL =
  /(?<=[=(,:!?]\s*|&& |return |\|\| )\/((?:[^\\\n/[]|\\.|\[(?:[^\\\]\n]|\\.)*\])+)\/([dgimsuvy]*)/g;
/** Pieces of which patterns are put together. */
const RAW = /String\.raw`([^`$]+)`/g;
/** Patterns put together from them, and the pieces by name. */
const TOGETHER = /new RegExp\(\s*(?:String\.raw)?`([^`]+)`(?:,\s*'([a-z]+)')?/g;
const PIECE = /const (\w+) = (?:String\.raw`([^`]+)`|'(\([^'\\]+\))')/g;
const LONGEST = 500;

interface Pattern {
  at: string;
  body: string;
  flags: string;
}

const sources: readonly { file: string; source: string }[] = readdirSync(RMS, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, source: readFileSync(path.join(RMS, file), 'utf8') }));

const patterns: readonly Pattern[] = sources
  .filter(({ file }) => !ELSEWHERE.test(file))
  .flatMap(({ file, source }) => {
    const code = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
    const pieces = new Map(
      [...code.matchAll(PIECE)].map(([, name, raw, plain]) => [name, raw ?? plain]),
    );
    const together = [...code.matchAll(TOGETHER)].map(([all, body = '', flags]) => [
      all,
      // What is no piece is a number counted while reading.
      body.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => pieces.get(name) ?? String.raw`\d+`),
      flags,
    ]);
    return [...code.matchAll(LITERAL), ...code.matchAll(RAW), ...together]
      .map(([, body = '', flags = '']) => ({
        at: `${file} /${body}/`,
        body,
        flags: flags.replace('g', ''),
      }))
      .filter(({ body }) => !/\\[dw(]|\[/.test(body) || WORD.test(body));
  });

const documents = readdirSync(FIXTURES).map(
  (file) => new JSDOM(readFileSync(path.join(FIXTURES, file), 'utf8')).window.document,
);

/** All that a fixture says, in every form in which the reader compares texts. */
function said(): string[] {
  const texts = new Set<string>();
  for (const document of documents) {
    texts.add(document.title);
    for (const el of document.querySelectorAll('*')) {
      if (/^(SCRIPT|STYLE|HTML|HEAD)$/.test(el.tagName)) continue;
      const text = el.textContent ?? '';
      if (text.length < LONGEST) texts.add(text);
      for (const { name, value } of el.attributes) if (name !== 'style') texts.add(value);
      for (const node of el.childNodes) if (node.nodeType === 3) texts.add(node.textContent ?? '');
    }
  }
  const forms = [...texts].flatMap((text) => [
    text,
    text.trim(),
    clean(text),
    squeeze(text),
    labelOf(text),
  ]);
  return [...new Set(forms)];
}

const texts = said();
const isShown = (body: string, flags: string): boolean => {
  const pattern = new RegExp(body, flags);
  return texts.some((text) => pattern.test(text));
};

test('every pattern with words is shown by a fixture', () => {
  const found = patterns.filter(({ body }) => JAPANESE.test(body));
  expect(found.length).toBeGreaterThan(40);
  const unshown = found.filter(({ body, flags }) => !isShown(body, flags));
  expect(unshown.map(({ at }) => at)).toEqual([]);
});

test('every alternative with a word is shown by a fixture', () => {
  const found = patterns.flatMap(({ at, body, flags }) =>
    alternativesOf(body)
      .filter(({ text }) => WORD.test(text.replaceAll(/\\u[\da-f]{4}|[A-Z]+/g, '')))
      .map((one) => ({ at: `${at}: ${one.text}`, body: one.body, flags })),
  );
  expect(found.length).toBeGreaterThan(400);
  const unshown = found.filter(({ body, flags }) => !isShown(body, flags));
  expect(unshown.map(({ at }) => at)).toEqual([]);
});

test('every word of a table is shown by a fixture', () => {
  const labels = new Set(texts.map(labelOf));
  const words = [...WORDS.flatMap((one) => one.words), ...Object.values(PAGE_HEADINGS).flat()];
  expect(words.filter((word) => !labels.has(labelOf(word)))).toEqual([]);
  expect(KNOWN.filter((word) => !texts.some((text) => text.includes(word)))).toEqual([]);
});

test("every API of the table is shown by a fixture, by the stand-in's pages or by what a tool asks for", () => {
  const asked = [...ALL_FUNCTIONS, ...CONNECTORS.flatMap(({ requiredApis }) => requiredApis)];
  const known = new Set([...asked, ...texts]);
  expect(API_TABLE.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
});

test('every fixture that the source names is there', () => {
  const named = sources.flatMap(({ source }) =>
    [...source.matchAll(/Fixtures? ((?:`[\w-]+`(?:, | and )?)+)/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/[\w-]+(?=`)/g)].map(([name]) => name),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !existsSync(path.join(FIXTURES, `${name}.html`)))).toEqual([]);
});

/** Constants whose text is a selector, those of one file before those of the others. */
function constantsOf(own: string): Map<string, string> {
  const all = [
    ...sources.filter(({ file }) => file !== own),
    ...sources.filter(({ file }) => file === own),
  ];
  return new Map(
    all.flatMap(({ source }) =>
      [...source.matchAll(/(\w+)(?: =|:)\s*'([^'\n]+)'/g)].map(([, name = '', text = '']) => [
        name,
        text,
      ]),
    ),
  );
}

/** What elements are asked for, each selector of a list by itself. */
function selectors(): { at: string; selector: string }[] {
  const ASKED =
    /\.(?:querySelector|querySelectorAll|closest|matches)(?:<\w+>)?\(\s*(?:'([^'\n]+)'|`([^`]+)`|(?:\w+\.)?(\w+)[,)])/g;
  return sources.flatMap(({ file, source }) => {
    const constants = constantsOf(file);
    return [...source.matchAll(ASKED)].flatMap(([, plain, mixed, name]) => {
      const text = plain ?? mixed ?? constants.get(name ?? '') ?? '';
      const list = text.replaceAll(/\$\{(\w+)\}/g, (_, one: string) => constants.get(one) ?? one);
      return list
        .split(/,\s*/)
        .filter((selector) => selector !== '')
        .map((selector) => ({ at: `${file} ${selector}`, selector }));
    });
  });
}

test('every selector is met by a fixture', () => {
  const found = selectors();
  expect(found.length).toBeGreaterThan(80);
  const met = (selector: string): boolean =>
    documents.some((one) => one.querySelector(selector.replace(':scope >', 'table >')) !== null);
  expect(found.filter(({ selector }) => !met(selector)).map(({ at }) => at)).toEqual([]);
});

test('the fixture of wordings is read', () => {
  const { licenses, problems, licenseCoverage } = read(fixture('wordings'));
  expect(licenses).toMatchObject([{ last4: 'A9FR', expiresOn: '2026-05-26' }]);
  expect(problems).toMatchObject([{ code: 'badLast4', app: '乙' }]);
  expect(licenseCoverage).toBe('partial');
});

test.each([
  ['analytics-img', ['A9FR'], 'complete'],
  ['shop-labels', ['A9FR'], 'complete'],
  ['analytics-attributes', ['A9FR'], 'complete'],
  ['treegrid', ['A9FR', 'B0GS'], 'complete'],
  ['loading', ['A9FR'], 'partial'],
  ['headed-cards', ['A9FR', 'B0GS', 'C1HT'], 'complete'],
] as const)('the fixture %s is read', (name, last4s, coverage) => {
  const { licenses, problems, licenseCoverage, shop } = read(fixture(name));
  expect(licenses.map(({ last4 }) => last4)).toEqual(last4s);
  expect(problems).toEqual([]);
  expect([licenseCoverage, shop.digits]).toEqual([coverage, '401234']);
});

test('the fixture of APIs is read', () => {
  const { apis } = read(fixture('api-list'), OTHER_URL);
  const known = new Set(API_TABLE.map(([name]) => name));
  expect(apis?.rows.length).toBe(30);
  expect(apis?.rows.filter(({ name }) => !known.has(name))).toEqual([]);
});
