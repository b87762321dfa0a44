import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// The house (docs/architecture.md): a row of utils/ imports rows below it only.
const ROWS = [
  'messages',
  'overview',
  'sharing',
  'renewals',
  'reminders',
  'tools',
  'keytest',
  'vault',
  'ledger',
  'rms',
  'calendar',
  'model',
];
const ROOT = path.resolve(import.meta.dirname, '../..');

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'";]*?from\s+'([^']+)'/g);
  const bare = text.matchAll(/(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g);
  return [
    ...[...found].map((m) => ({ specifier: m[2] ?? '', typeOnly: m[1] !== undefined })),
    ...[...bare].map((m) => ({ specifier: m[1] ?? m[2] ?? '', typeOnly: false })),
  ].map(({ specifier, typeOnly }) => ({
    file,
    typeOnly,
    target: specifier.startsWith('.')
      ? path.normalize(path.join(path.dirname(file), specifier))
      : specifier,
  }));
}

const importsIn = (folder: string): Import[] => filesIn(folder).flatMap(importsOf);
const rowOf = (file: string): number => ROWS.indexOf(file.split('/')[1] ?? '');
const shown = (found: Import[]): string[] => found.map((i) => `${i.file} → ${i.target}`);

describe('the direction of imports', () => {
  test('every folder of utils/ is a row of the house', () => {
    const folders = readdirSync(path.join(ROOT, 'utils'));
    expect(folders.filter((folder) => !ROWS.includes(folder))).toEqual([]);
  });

  test('utils/ imports only rows below, never a page, a component or the companion', () => {
    const wrong = importsIn('utils').filter(({ file, target }) => {
      if (/^(entrypoints|components|companion|scripts|tests)\//.test(target)) return true;
      return target.startsWith('utils/') && rowOf(target) < rowOf(file);
    });
    expect(shown(wrong)).toEqual([]);
  });

  test('utils/ knows no Preact', () => {
    expect(shown(importsIn('utils').filter((i) => /^(@)?preact/.test(i.target)))).toEqual([]);
  });

  test('components/ import no entrypoint', () => {
    expect(
      shown(importsIn('components').filter((i) => i.target.startsWith('entrypoints/'))),
    ).toEqual([]);
  });

  test('browser APIs in utils/ stand only in files that end in .browser.ts', () => {
    const wrong = importsIn('utils').filter(
      (i) =>
        /^(webextension-polyfill|wxt\/browser)$/.test(i.target) &&
        !i.typeOnly &&
        !i.file.endsWith('.browser.ts'),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('the companion imports no .browser file, no page, no component', () => {
    const wrong = importsIn('companion').filter(
      (i) => i.target.endsWith('.browser.ts') || /^(entrypoints|components|tests)\//.test(i.target),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('what runs in a page never reaches zod, the ledger store or the polyfill', () => {
    const seen = new Set<string>();
    const bad: string[] = [];
    const walk = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { target, typeOnly } of importsOf(file)) {
        if (typeOnly) continue;
        if (/^(zod|idb|webextension-polyfill)/.test(target) || target.endsWith('.schema.ts')) {
          bad.push(`${file} → ${target}`);
        } else if (/^(utils|entrypoints)\//.test(target)) walk(target);
      }
    };
    const inPages = [
      'entrypoints/rms-gate',
      'entrypoints/rms-reader',
      'entrypoints/rms-keys',
      'entrypoints/rms-structure',
      'entrypoints/tool-page',
    ];
    for (const folder of inPages) {
      try {
        for (const file of filesIn(folder)) walk(file);
      } catch {
        // Named here so that the rule holds from the day the folder appears.
      }
    }
    expect(bad).toEqual([]);
  });
});
