import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './machine.ts';

/** Path in the build → most bytes it may have, gzip. A page counts with every script and style it loads. */
type Limits = Record<string, number>;

const LIMITS = path.join(ROOT, 'scripts/bundle-limits.json');

function gzipSize(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

/** The scripts and styles that a page or script loads, itself included, each once. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const folder = path.dirname(file);
  const root = file.slice(0, file.indexOf('-mv3') + '-mv3'.length);
  const links = file.endsWith('.html')
    ? text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)
    : text.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g);
  for (const [, link] of links) {
    if (link === undefined) continue;
    loadedBy(link.startsWith('/') ? path.join(root, link) : path.join(folder, link), seen);
  }
  return seen;
}

const sizeOf = (file: string): number =>
  [...loadedBy(file)].reduce((sum, each) => sum + gzipSize(each), 0);

const startingPoints = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter(
      (file) => file.endsWith('.html') || (file.endsWith('.js') && !file.startsWith('chunks')),
    );

/**
 * Compares the built extension with the table of limits.
 * Throws with one line for each file over its limit, or without one.
 */
export function checkSizes(folder: string): string {
  const limits = JSON.parse(readFileSync(LIMITS, 'utf8')) as Limits;
  const sizes = startingPoints(folder).map((file) => ({
    file,
    size: sizeOf(path.join(folder, file)),
    limit: limits[file],
  }));
  const wrong = sizes.filter(({ size, limit }) => limit === undefined || size > limit);
  if (wrong.length > 0) {
    const lines = wrong.map(({ file, size, limit }) =>
      limit === undefined
        ? `${file} has ${size} bytes gzip and no limit in scripts/bundle-limits.json`
        : `${file} has ${size} bytes gzip, ${size - limit} over its limit of ${limit}`,
    );
    throw new Error(lines.join('\n'));
  }
  return sizes.map(({ file, size }) => `${file} ${(size / 1000).toFixed(1)} kB`).join(', ');
}
