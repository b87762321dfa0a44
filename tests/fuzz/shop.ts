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
  /** Where the link leads: to the shop, or on a page in conflict to another one. */
  linkSlug: string;
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
  const sources = {
    link: has('link'),
    script: has('script'),
    text: has('text'),
    linkSlug: truth.shop.slug ?? '',
  };
  truth.shop = {
    digits: sources.script || sources.text ? truth.shop.digits : null,
    slug: sources.script || sources.link ? truth.shop.slug : null,
    name: sources.text ? truth.shop.name : null,
  };
  if (sources.link && sources.script && ink.knob('shopConflict', pick.bool(0.02))) {
    sources.linkSlug = 'another-shop';
    truth.shop.slug = null;
    truth.mustFlag.push('shopConflict');
  }
  return sources;
}

/** Addresses of the mall that are not this shop's, as help texts and logos hold them. */
export const MALL_LINKS: readonly string[] = [
  '<a href="https://www.rakuten.co.jp/">楽天市場</a>',
  '<a href="https://www.rakuten.co.jp/ec/">出店案内</a>',
  '<p>店舗ページのURLの例：<a href="https://www.rakuten.co.jp/sample-shop/">https://www.rakuten.co.jp/sample-shop/</a></p>',
];

/** The shop's page on the mall. */
export const shopAddress = (slug: string | null): string =>
  `https://www.rakuten.co.jp/${slug ?? ''}/`;
