import type { Bug } from './bugs.ts';

/** The source with the bug in it. Throws where its place is not there, or more than once. */
export function planted(source: string, { name, file, find, replace }: Bug): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${name}: found ${parts.length - 1} times in ${file}`);
  return parts.join(replace);
}
