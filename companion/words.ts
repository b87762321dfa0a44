import type { Say } from '../utils/model/say.ts';
import { localeWords, type Words } from './locales.ts';

/** The words of a language, put together as the browser does it. A missing one is a fault of ours: throws. */
export function wordsIn(language: 'ja' | 'en'): Say {
  // Read when something is said first.
  let words: Words | null = null;
  return (key, substitutions = []) => {
    words ??= localeWords(language);
    let found: string | Words | undefined = words;
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    if (typeof found !== 'string') throw new Error(`no words for ${key}`);
    return found.replaceAll(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
  };
}
