import type { Ink } from './ink.ts';
import type { Pick } from './pick.ts';
import type { Truth } from './truth.ts';

/** Where a page says whose it is. */
export interface ShopSources {
  /** The header's link to the shop's own page. */
  link: boolean;
  /** Analytics variables `shopid` and `shopurl`. */
  script: boolean;
  /** 店舗ID and 店舗名 as text. */
  text: boolean;
}

/** Chooses the sources and leaves in the truth what they show. A page without any is rare. */
export function chooseShopSources(truth: Truth, pick: Pick, ink: Ink): ShopSources {
  const chosen = pick.oneOf([
    'link',
    'script',
    'text',
    'link+script',
    'link+text',
    'all',
    'all',
  ] as const);
  const none = pick.bool(0.04);
  ink.choice('shop', none ? 'none' : chosen);
  const has = (what: string): boolean => !none && (chosen === 'all' || chosen.includes(what));
  const sources = { link: has('link'), script: has('script'), text: has('text') };
  truth.shop = {
    digits: sources.script || sources.text ? truth.shop.digits : null,
    slug: sources.script || sources.link ? truth.shop.slug : null,
    name: sources.text ? truth.shop.name : null,
  };
  return sources;
}

/** The shop's page on the mall. */
export const shopAddress = (slug: string | null): string =>
  `https://www.rakuten.co.jp/${slug ?? ''}/`;
