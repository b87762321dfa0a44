import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Say } from '../../../utils/model/say.ts';

export type Language = 'ja' | 'en';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** `a.b.c` → text. Our files are plain: two spaces a level, one line a message. */
export function messages(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  const at: string[] = [];
  for (const line of readFileSync(path.join(ROOT, `locales/${language}.yml`), 'utf8').split('\n')) {
    const parts = /^( *)'?([^\s':]+)'?:(?: (.*))?$/.exec(line);
    if (line.trim() === '') continue;
    if (!parts) throw new Error(`${language}.yml: ${line}`);
    at.length = (parts[1] ?? '').length / 2;
    at.push(parts[2] ?? '');
    if (parts[3] !== undefined) found.set(at.join('.'), parts[3].replace(/^'(.*)'$/, '$1'));
  }
  return found;
}

/** The shipped words, as the browser would say them. Throws for a key that has none. */
export function sayIn(language: Language): Say {
  const words = messages(language);
  return (key, substitutions = []) => {
    const text = words.get(key);
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text.replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
  };
}
