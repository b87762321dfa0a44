import type { Problem, ShopIdentity } from '../model/reading.ts';
import { seenBeside } from './dom/runs.ts';
import { shownIn, textOf } from './dom/text-of.ts';
import { isGone, OWN } from './dom/visible.ts';
import { LIMITS } from './limits.ts';
import { problem } from './rows.ts';
import { clean, nameOf } from './text.ts';
import { wordOf } from './words.ts';

/** Where a page says whose it is (rms.md §3), each with the fixture that shows it. */
export const SHOP_SOURCES = {
  /** Header link to the shop's own pages. Fixture `app-list`. */
  headerLink: '#com_header_shop_url, #com_header_shop_url a',
  /** Fixture `app-list`. */
  headerName: '#com_header_shop_name, #com_header_shopname',
  /** Elements that carry the parameters in an address. Fixture `analytics-img`. */
  addresses: 'script[src], img[src], iframe[src], link[href]',
  /** Fixture `analytics-attributes`. */
  attributes:
    '[data-shopid], [data-shop-id], [data-shopurl], [data-shop-url], meta[name], input[type="hidden"][name]',
} as const;

const DIGITS = /shop_?id["']?\s*(?:[:=,]|%3d)\s*["']?(\d{4,10})(?!\w)/gi;
// Quoted (`shopurl: "…"`) or a parameter of an address (`&shopurl=…`): a bare word is program text.
const PREFIX = String.raw`(?:(?:https?:)?(?:\/\/|%2f%2f)?www\.rakuten\.co\.jp(?:\/|%2f))?`;
const SLUG = new RegExp(
  String.raw`(?:shop_?url["']?\s*[:=,]\s*["']|[?&;]shop_?url(?:=|%3d))${PREFIX}([a-z0-9][a-z0-9_-]{0,39})(?![\w.:(-])`,
  'gi',
);
const SHOP_ADDRESS =
  /^(?:https?:)?\/\/www\.rakuten\.co\.jp\/([a-z0-9][a-z0-9_-]{0,39})\/?(?:$|[?#])/i;
const LABEL = String.raw`(?:店舗|ショップ)(?:名|ID|番号|URL)`;
const LABELLED = new RegExp(`^${LABEL}`, 'i');
/** A label that stands alone, its value beside it. Fixture `shop-labels`. */
const LABEL_ONLY = new RegExp(`^(${LABEL})[ :]*$`, 'i');
const VISIBLE = new RegExp(
  String.raw`(${LABEL})(\s*:\s*|\s)(\S.{0,79}?)(?=[\s/|、(]*${LABEL}(?:\s|:)|$)`,
  'gi',
);
const PLAIN_SLUG = /^(?:https?:\/\/www\.rakuten\.co\.jp\/)?([a-z0-9][a-z0-9_-]{0,39})\/?$/i;
/** Parts of the mall that stand where a shop's name would. */
const RESERVED = /^(www|category|gold|event|com)$/;
/** What a link to the shop's pages says where it does not say the shop's name (「店舗を見る」). */
const LINK_WORDS =
  /(を?(見る|開く|表示|確認)(する)?|へ(移動)?|(ページ|サイト|トップ|top|url))$|^(自?店舗|ショップ|shop)$/i;

interface Claims {
  digits: Set<string>;
  slug: Set<string>;
  name: Set<string>;
}

export interface ReadShop {
  shop: ShopIdentity;
  problems: Problem[];
}

/**
 * Whose page it is, from every source. Sources that contradict each other give null and a problem,
 * never a choice. `documents`: the frame's own, then those around it on the same host.
 */
export function shopOf(documents: readonly Document[]): ReadShop {
  const claims: Claims = { digits: new Set(), slug: new Set(), name: new Set() };
  for (const document of documents) {
    fromHeader(document, claims);
    fromAddresses(document, claims);
    fromScripts(document, claims);
    fromAttributes(document, claims);
    fromText(document, claims);
  }
  const problems: Problem[] = [];
  const one = (kind: keyof Claims, where: string): string | null => {
    const values = [...claims[kind]];
    if (values.length > 1)
      problems.push(problem('shopConflict', where, values.slice(0, 3).join(' / ')));
    return values.length === 1 ? (values[0] ?? null) : null;
  };
  const shop = { digits: one('digits', '店舗ID'), slug: one('slug', '店舗URL'), name: null };
  // Names are shortened and decorated differently from place to place: a difference is no contradiction.
  // But on a page that says two shops the one name found may belong to either.
  const name = problems.length > 0 ? null : ([...claims.name][0] ?? null);
  return { shop: { ...shop, name }, problems };
}

const addSlug = (claims: Claims, slug: string | undefined): void => {
  const plain = slug?.toLowerCase();
  if (plain && !RESERVED.test(plain)) claims.slug.add(plain);
};

const addName = (claims: Claims, text: string): void => {
  const name = nameOf(clean(text).replace(/ ?様$/, ''));
  if (name !== '' && !/^(https?:|www\.)|\.(jp|com)\b|rakuten/i.test(name)) claims.name.add(name);
};

function fromHeader(document: Document, claims: Claims): void {
  for (const el of document.querySelectorAll(SHOP_SOURCES.headerLink)) {
    const slug = SHOP_ADDRESS.exec(el.getAttribute('href') ?? '')?.[1];
    addSlug(claims, slug);
    const text = textOf(el);
    const shownSlug = SHOP_ADDRESS.exec(text.replace(/^(?:https?:\/\/)?www/, 'https://www'))?.[1];
    addSlug(claims, shownSlug);
    if (!isGone(el) && !shownSlug && text !== slug && !LINK_WORDS.test(text)) addName(claims, text);
  }
  for (const el of document.querySelectorAll(SHOP_SOURCES.headerName)) {
    if (!isGone(el)) addName(claims, textOf(el));
  }
}

function readParameters(text: string, claims: Claims): void {
  for (const m of text.matchAll(DIGITS)) if (m[1]) claims.digits.add(m[1]);
  for (const m of text.matchAll(SLUG)) addSlug(claims, m[1]);
}

const MOST = 500;

function fromAddresses(document: Document, claims: Claims): void {
  for (const el of [...document.querySelectorAll(SHOP_SOURCES.addresses)].slice(0, MOST)) {
    const address = (el.getAttribute('src') ?? el.getAttribute('href') ?? '').slice(0, 4000);
    if (/shop_?(id|url)/i.test(address)) readParameters(address, claims);
  }
}

function fromScripts(document: Document, claims: Claims): void {
  let left: number = LIMITS.scriptChars;
  for (const script of document.querySelectorAll('script:not([src])')) {
    if (left <= 0 || script.hasAttribute(OWN)) return;
    const text = (script.textContent ?? '').slice(0, left);
    left -= text.length;
    if (/shop_?(id|url)/i.test(text)) readParameters(text, claims);
  }
}

function fromAttributes(document: Document, claims: Claims): void {
  for (const el of [...document.querySelectorAll(SHOP_SOURCES.attributes)].slice(0, MOST)) {
    const named = el.getAttribute('name');
    const pairs: [string, string | null][] = [
      ['shopid', el.getAttribute('data-shopid') ?? el.getAttribute('data-shop-id')],
      ['shopurl', el.getAttribute('data-shopurl') ?? el.getAttribute('data-shop-url')],
    ];
    if (named) {
      const content = el.getAttribute('content') ?? (el as HTMLInputElement).value;
      pairs.push([named.replace(/[-_]/g, ''), content ?? null]);
    }
    for (const [key, value] of pairs) {
      if (value && /^shop(id|url)$/i.test(key))
        readParameters(`${key}="${value.slice(0, 200)}"`, claims);
    }
  }
}

const LONGEST = 120;

/** 「店舗ID: … 店舗名: …」 in the visible head of the page, in one text or label beside value. */
function fromText(document: Document, claims: Claims): void {
  if (!document.body) return;
  const walker = document.createTreeWalker(document.body, 4);
  let left = 2000;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    left -= 1;
    const { data } = node as Text;
    const el = node.parentElement;
    if (data.length > LONGEST || !/店|ショ/.test(data) || !el) continue;
    if (!LABELLED.test(short(el) ? textOf(el) : clean(data)) || isGone(el)) continue;
    if (claimBeside(node as Text, el, claims)) continue;
    // Line by line: a value may be broken by <wbr> or spans, and something else may follow it.
    const around = [el, el.parentElement].filter((one) => one !== null && short(one));
    const said = around.flatMap((one) => shownIn([one as Element]).lines());
    for (const text of said.length > 0 ? said : [clean(data)]) claimIn(text, claims);
  }
}

/** 「店舗名」 in an element or text of its own, its value in the next element (`<dt>` and `<dd>`, `<th>` and `<td>`, spans). */
function claimBeside(node: Text, el: Element, claims: Claims): boolean {
  const whole = LABEL_ONLY.exec(textOf(el))?.[1];
  const [own, last] = labelAt(node);
  const label = whole ?? own;
  let value = whole ? el.nextElementSibling : elementAfter(last);
  while (value && /^[:\s]*$/.test(textOf(value))) value = value.nextElementSibling;
  if (!label || !value || !short(value) || isGone(value)) return false;
  // Headings of columns stand beside each other too.
  if (value.tagName === 'TH' || value.tagName === 'DT') return false;
  if (el.tagName === 'TD' && (el.parentElement?.childElementCount ?? 0) > 2) return false;
  const text = textOf(value);
  if (LABELLED.test(text) || wordOf(text) || (whole && !isLabel(el, value))) return false;
  return claimIn(`${label}: ${text.replace(/^[:\s]+/, '')}`, claims);
}

const MOST_PIECES = 3;

/** A label in one text or in pieces (「店<mark>舗名</mark>」), and the last of them. */
function labelAt(node: Text): [string | undefined, Node] {
  let text = node.data;
  let last: Node = node;
  for (let piece = 1; piece < MOST_PIECES && !LABEL_ONLY.test(clean(text)); piece += 1) {
    const next = seenBeside(last, 'nextSibling');
    if (!next) break;
    last = next;
    text += (last.textContent ?? '').slice(0, LONGEST);
  }
  return [LABEL_ONLY.exec(clean(text))?.[1], last];
}

function elementAfter(node: Node): Element | null {
  let next = seenBeside(node, 'nextSibling');
  while ((next as Text | null)?.data?.trim() === '') next = seenBeside(next as Text, 'nextSibling');
  return next?.nodeType === 1 ? (next as Element) : null;
}

/** Does the pair look like label and value rather than two columns or two words of a sentence? */
const isLabel = (el: Element, value: Element): boolean =>
  /^(DT|TH|LABEL)$/.test(el.tagName) || el.tagName !== value.tagName || el.childElementCount === 0;

const short = (el: Element): boolean => (el.textContent ?? '').trim().length <= LONGEST;

/** Takes what the text says; false where it says nothing. A bare word needs its colon: 「店舗名」 heads columns too. */
function claimIn(text: string, claims: Claims): boolean {
  let any = false;
  for (const [, label = '', between = '', value = ''] of text.matchAll(VISIBLE)) {
    const address = between.includes(':') ? PLAIN_SLUG : SHOP_ADDRESS;
    const slug = /url$/i.test(label) ? address.exec(value)?.[1] : undefined;
    const isName = label.endsWith('名') && between.includes(':');
    const digits = /(id|番号)$/i.test(label) ? /^\d{4,10}(?![\w-])/.exec(value)?.[0] : undefined;
    if (isName) addName(claims, value);
    if (digits) claims.digits.add(digits);
    addSlug(claims, slug);
    any ||= isName || digits !== undefined || slug !== undefined;
  }
  return any;
}
