import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseYAML } from 'confbox';
import type { Say } from '../../../utils/model/say.ts';

const LOCALES = path.resolve(import.meta.dirname, '../../../locales');

/** The real words of a language, put together as the browser does it. */
export function wordsIn(language: 'ja' | 'en'): Say {
  const words: unknown = parseYAML(readFileSync(path.join(LOCALES, `${language}.yml`), 'utf8'));
  return (key, substitutions = []) => {
    const found = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
    if (typeof found !== 'string') throw new Error(`no words for ${key} in ${language}`);
    return found.replaceAll(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
  };
}
