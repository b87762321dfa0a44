import { readFileSync } from 'node:fs';

/** The words of the product in one language, as they are written. In the one-file build they stand in the file. */
export const localeText = (language: 'ja' | 'en'): string =>
  readFileSync(new URL(`../locales/${language}.yml`, import.meta.url), 'utf8');
