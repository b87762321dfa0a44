import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where a planted secret was found, and in which writing. Never the text around it. */
export interface Sighting {
  where: string;
  as: string;
}

/** How a secret may be written down: as it is, and in the usual encodings. */
export function writings(secret: string): Map<string, Buffer> {
  const bytes = Buffer.from(secret, 'utf8');
  const found = new Map<string, Buffer>([
    ['plain', bytes],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['backwards', Buffer.from([...secret].reverse().join(''))],
  ]);
  // Inside a longer base64 text it may begin at each of three places; the edges depend on what is beside it.
  for (const shift of [0, 1, 2]) {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const from = Math.ceil((shift * 8) / 6);
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    found.set(`base64 at ${shift}`, Buffer.from(padded.slice(from, whole)));
  }
  return found;
}

/** Looks for every secret, in every writing, in every text. */
export function sightings(texts: Iterable<[string, string | Buffer]>, secrets: string[]) {
  const wanted = secrets.flatMap((secret) => [...writings(secret)]);
  const found: Sighting[] = [];
  for (const [where, text] of texts) {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    for (const [as, needle] of wanted) if (bytes.includes(needle)) found.push({ where, as });
  }
  return found;
}

/** The files below a folder, for `sightings`. A file that goes away while it is read is left out. */
export function* filesBelow(folder: string): Iterable<[string, Buffer]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    try {
      yield [path.relative(folder, file), readFileSync(file)];
    } catch {
      // Locked or gone: a cache of the browser at work.
    }
  }
}

/** Those files of a Chromium profile in which an extension's data may stand (not the HTTP cache of the pages). */
export function* extensionFiles(profile: string): Iterable<[string, Buffer]> {
  const ours =
    /IndexedDB\/chrome-extension|Extension|Notifications|Local Storage|Session Storage|Service Worker|Preferences|blob_storage|\.log$/;
  for (const [name, bytes] of filesBelow(profile)) if (ours.test(name)) yield [name, bytes];
}
