import { html, type Html } from '../../lib/html.ts';
import { aboutFunction, ALL_FUNCTIONS } from '../functions.ts';
import type { RmsShop } from '../model.ts';
import type { RmsWorld } from '../world.ts';
import { rmsPage } from './layout.ts';
import { rowsIn } from './pairs.ts';

/** The documentation portal: tables about APIs, and no key. */
export const portalPage = (world: RmsWorld, shop: RmsShop): Html =>
  rmsPage(world, shop, {
    title: 'サービス一覧',
    guide: 'other',
    apiMenu: true,
    body: html`<h2>RMS WEB SERVICE</h2>
      <p>店舗様の業務システムとRMSを連携させるためのAPIをご用意しています。</p>
      ${rowsIn(
        shop.markup,
        ['API名', '内容', '提供状況'],
        ALL_FUNCTIONS.map((name) => [name, aboutFunction(name).ja, '提供中']),
      )}`,
  });
