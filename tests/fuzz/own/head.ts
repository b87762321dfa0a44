import type { Desk } from '../families/family.ts';
import { chooseShopSources, shopAddress } from '../shop.ts';

/** The part of a page that says whose it is; leaves in the truth what it says. */
export function shopHead({ truth, pick, ink }: Desk): string {
  const { shop } = structuredClone(truth);
  const { link, script, text, linkSlug } = chooseShopSources(truth, pick, ink);
  const parts = [
    link && `<a id="com_header_shop_url" href="${shopAddress(linkSlug)}">店舗を見る</a>`,
    script && `<script>var rat = {"shopid": "${shop.digits}", "shopurl": "${shop.slug}"};</script>`,
    text && `<p>店舗ID: ${shop.digits} / 店舗名: ${ink.plain(shop.name ?? '')}</p>`,
  ];
  return parts.filter((part) => part !== false).join('\n');
}
