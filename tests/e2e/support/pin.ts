import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The id that Chromium gives an unpacked extension: the hash of its folder, in the letters a to p. */
export function unpackedId(folder: string): string {
  const bytes = Buffer.from(folder, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const hex = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Writes into a new profile that the extension's button stands in the toolbar. */
export function pin(profile: string, extension: string): void {
  const folder = path.join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const preferences = { extensions: { pinned_extensions: [unpackedId(extension)] } };
  writeFileSync(path.join(folder, 'Preferences'), JSON.stringify(preferences));
}
