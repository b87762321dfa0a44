import { html, type Html } from '../../lib/html.ts';
import { clockTime, slashDate } from '../../lib/jst.ts';
import type { RmsShop } from '../model.ts';
import type { RmsWorld } from '../world.ts';
import { rmsPage } from './layout.ts';
import { rowsIn } from './pairs.ts';

/** 3-1 楽天からのお知らせ: speaks of keys and dates, and lists none of the shop's. */
export const newsPage = (world: RmsWorld, shop: RmsShop): Html =>
  rmsPage(world, shop, {
    title: '楽天からのお知らせ',
    guide: 'other',
    apiMenu: true,
    body: rowsIn(
      shop.markup,
      ['掲載日', 'タイトル', '状態'],
      [
        [slashDate(world.clock()), '【重要】ライセンスキーの有効期限のお知らせ', '公開中'],
        [slashDate(world.clock()), 'アプリ一覧の画面のリニューアルについて', '公開中'],
        [slashDate(world.clock()), 'システムメンテナンスによるサービス停止', '終了'],
      ],
    ),
  });

const minute = (at: number): string => `${slashDate(at)} ${clockTime(at).slice(0, 5)}`;

/** 3-4 障害情報(試験運用中). */
export function outagesPage(world: RmsWorld, shop: RmsShop): Html {
  const { apiOutage } = world.options;
  const row = apiOutage && [
    `${minute(apiOutage.from)}～${apiOutage.to === null ? '' : minute(apiOutage.to)}`,
    'RMS WEB API',
    apiOutage.to === null
      ? 'APIにつながりにくい事象を調査中です。'
      : 'APIにつながりにくい事象は復旧しました。',
  ];
  return rmsPage(world, shop, {
    title: '障害情報(試験運用中)',
    guide: 'other',
    apiMenu: true,
    body: row
      ? rowsIn(shop.markup, ['発生期間', '対象', '内容'], [row])
      : html`<p>現在、ライセンスキーとアプリに関する障害情報はありません。</p>`,
  });
}
