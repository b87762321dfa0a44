import { readFileSync } from 'node:fs';
import { parseYAML } from 'confbox/yaml';

export type Words = { [name: string]: string | Words };

/**
 * The words of the product in one language. In the one-file build they stand in the file, parsed
 * (`scripts/lib/companion-bundle.ts`): to read them as they are written takes longer than all else at the start.
 */
export const localeWords = (language: 'ja' | 'en'): Words =>
  parseYAML<Words>(readFileSync(new URL(`../locales/${language}.yml`, import.meta.url), 'utf8'));
