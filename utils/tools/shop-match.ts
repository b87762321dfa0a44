import type { Shop } from '../model/ledger.ts';
import type { ToolBinding } from '../model/tool.ts';
import { fold } from './words.ts';

/** `same` and `other` are certain; `unknown` = the page names a shop and we cannot tell whose it is. */
export type ShopMatch = 'same' | 'other' | 'unknown' | 'unnamed';

export interface ShopQuestion {
  /** How the page names its shop, all texts. */
  names: string[];
  /** The key's shop; null = a key of nobody we know. */
  shopId: string | null;
  shops: Shop[];
  /** Bindings of this tool at this origin: what a person confirmed before. */
  bindings: ToolBinding[];
}

/**
 * Is the shop on the tool's page the key's? Every text that says something must agree: a page whose
 * choice says A and whose 店舗URL says B is another shop's. What a person once confirmed counts as
 * that shop's name on this tool, and a shop with a confirmed name has no other.
 */
export function matchShop(question: ShopQuestion): ShopMatch {
  const { names, shopId, bindings } = question;
  if (names.length === 0) return 'unnamed';
  if (shopId === null) return 'unknown';
  const meant = names
    .map((name) => shopsMeant(name, question))
    .filter(({ length }) => length === 1);
  const ids = new Set(meant.flat());
  if ([...ids].some((id) => id !== shopId)) return 'other';
  if (ids.size === 1) return 'same';
  const confirmed = bindings.some((each) => each.shopId === shopId && each.shopOnTool !== null);
  return confirmed ? 'other' : 'unknown';
}

/** The shops that a text can mean; several = it says nothing. */
function shopsMeant(name: string, { shops, bindings }: ShopQuestion): string[] {
  const byPerson = bindings.filter(
    ({ shopOnTool }) => shopOnTool !== null && fold(shopOnTool) === fold(name),
  );
  if (byPerson.length > 0) return [...new Set(byPerson.map(({ shopId }) => shopId))];
  const parts = partsOf(name);
  return shops.filter((shop) => namesOf(shop).some((each) => parts.has(each))).map(({ id }) => id);
}

const namesOf = ({ name, slug, digits }: Shop): string[] =>
  [name, slug, digits]
    .filter((each) => each !== null && each !== '')
    .map((each) => fold(each ?? ''));

/** 「サンプル店（sample-shop）」, `https://www.rakuten.co.jp/sample-shop/`: the whole, and its parts. */
function partsOf(name: string): Set<string> {
  const url = /rakuten\.(?:co|ne)\.jp\/(?:gold\/)?([a-z0-9_-]+)/i.exec(name);
  const parts = name.normalize('NFKC').split(/[()[\]{}【】「」『』〔〕<>/:|,、・]/);
  return new Set([name, ...parts, url?.[1] ?? ''].map(fold).filter((part) => part !== ''));
}
