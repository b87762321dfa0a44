import type { PageClass, PageKind, ShopIdentity } from '../model/reading.ts';
import { shownIn } from './dom/text-of.ts';
import type { Field, Found, Rec } from './grid/found.ts';
import { inspect } from './inspect.ts';
import { nameIn, shown } from './rows.ts';
import { clean } from './text.ts';
import { last4Of } from './values/last4.ts';

/** One key that a person may carry. Lives in memory only; whoever holds it treats it as a secret. */
export interface FoundKey {
  licenseKey: string;
  /** The other half, shown for the shop's own app only (rms.md §1). */
  serviceSecret: string | null;
  developer: string | null;
  app: string | null;
  last4: string;
  /** The last four as the page shows them elsewhere for the same app; null where it does not. */
  shownLast4: string | null;
  from: 'page' | 'selection';
}

/** What one frame of an RMS page holds to be carried. Structured-clonable, as `executeScript` answers. */
export interface FoundKeys {
  page: PageKind;
  pageClass: PageClass;
  shop: ShopIdentity;
  /** Several = keys side by side: the person chooses by last4. */
  keys: FoundKey[];
}

/**
 * The keys that the page shows in full, or the one that the person selected. Only values of the labels
 * ライセンスキー and serviceSecret count: no help text, placeholder, example or element of ours.
 */
export function findKeys(document: Document, selectionText: string, url: string): FoundKeys {
  const { reading, real } = inspect(document, { at: 0, url });
  const recs = real.flatMap(({ found }) => found.recs);
  const name = namedIn(real.map(({ found }) => found));
  const onPage = recs.flatMap((rec) => keysOf(rec, recs, name));
  const selected = keysInText(selectionText).map((key) => selectedKey(key, onPage, recs));
  const found = selected.length > 0 ? selected : onPage;
  const keys = [...new Map(found.map((key) => [key.licenseKey, key])).values()];
  return { page: reading.page, pageClass: reading.pageClass, shop: reading.shop, keys };
}

// rms.md §2: no prefix may be required. One character repeated is a placeholder, not a key.
const KEY = /^(?=.*\d)[A-Za-z0-9_-]{16,256}$/;
const PLACEHOLDER = /(.)\1{7}/;
const isKey = (text: string): boolean => KEY.test(text) && !PLACEHOLDER.test(text);

/** Keys in a text: one on each line, or one that is broken over lines and spaces. */
function keysInText(text: string): string[] {
  const lines = text
    .slice(0, 4000)
    .split(/[\n\r\t]+/)
    .map((line) => clean(line).replaceAll(' ', ''))
    .filter((line) => line !== '');
  if (lines.length > 1 && lines.every(isKey)) return lines;
  const joined = lines.join('');
  if (isKey(joined)) return [joined];
  const runs = clean(text.slice(0, 4000)).split(/[^A-Za-z0-9_-]+/);
  return runs.filter(isKey);
}

function keysIn(field: Field | undefined): string[] {
  if (!field) return [];
  if (field.inline !== null) return keysInText(field.inline);
  return field.els.flatMap((el) => {
    const { lines, bare } = shownIn([el]);
    const found = keysInText(lines().join('\n'));
    return found.length > 0 ? found : keysInText(bare);
  });
}

interface Name {
  developer: string | null;
  app: string | null;
}

function keysOf(rec: Rec, all: readonly Rec[], page: Name): FoundKey[] {
  const secrets = new Set(keysIn(rec.fields.get('secret')));
  if (secrets.size === 0)
    for (const one of all) for (const key of keysIn(one.fields.get('secret'))) secrets.add(key);
  const serviceSecret = secrets.size === 1 ? ([...secrets][0] ?? null) : null;
  const own = { developer: nameIn(rec, 'who') || null, app: nameIn(rec, 'what') || null };
  const name = own.developer === null && own.app === null ? page : own;
  const rest = { ...name, serviceSecret, shownLast4: shownLast4(all), from: 'page' as const };
  return keysIn(rec.fields.get('key')).map((licenseKey) =>
    Object.assign({ licenseKey, last4: licenseKey.slice(-4) }, rest),
  );
}

function selectedKey(
  licenseKey: string,
  onPage: readonly FoundKey[],
  all: readonly Rec[],
): FoundKey {
  const known = onPage.find((key) => key.licenseKey === licenseKey);
  if (known) return { ...known, from: 'selection' };
  const last4 = licenseKey.slice(-4);
  const rest = { serviceSecret: null, developer: null, app: null, shownLast4: shownLast4(all) };
  return { licenseKey, last4, ...rest, from: 'selection' };
}

/** The one last4 that the page shows without the whole key. */
function shownLast4(recs: readonly Rec[]): string | null {
  const found = new Set<string>();
  for (const rec of recs) {
    const field = rec.fields.get('key');
    if (!field || keysIn(field).length > 0) continue;
    const value = last4Of(shown(field).plain);
    if (value.kind === 'last4') found.add(value.last4);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The one app that the page speaks of. */
function namedIn(founds: readonly Found[]): Name {
  const names = new Map<string, Name>();
  for (const rec of founds.flatMap(({ recs }) => recs)) {
    const name = { developer: nameIn(rec, 'who') || null, app: nameIn(rec, 'what') || null };
    if (name.developer !== null && name.app !== null)
      names.set(`${name.developer}\n${name.app}`, name);
  }
  const [only] = names.values();
  return names.size === 1 && only ? only : { developer: null, app: null };
}
