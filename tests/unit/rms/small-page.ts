// Pages as small as they get, with one key: 甲社's 甲.
import type { Reading } from '../../../utils/model/reading.ts';
import { readPage } from '../../../utils/rms/inspect.ts';
import { oneWindow } from '../../fuzz/window.ts';
import { AT, LIST_URL } from './page.ts';

export const LINK =
  '<a id="com_header_shop_url" href="https://www.rakuten.co.jp/hanaya/">店舗を見る</a>';
export const H = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態'];
export const cells = (tag: string, texts: readonly string[]): string =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
export const head = (tag = 'th', texts: readonly string[] = H): string =>
  `<tr>${cells(tag, texts)}</tr>`;
export const KOU = ['甲社', '甲', '末尾4桁: AAAA', '2026/05/26', '利用中'];
export const row = (texts: readonly string[] = KOU): string => `<tr>${cells('td', texts)}</tr>`;
export const page = (html: string, shop = LINK): string => `${shop}<h2>アプリ一覧</h2>${html}`;

const { show } = oneWindow();
export const read = (html: string, url: string = LIST_URL): Reading =>
  readPage(show(html), { at: AT, url });
export const rowsOf = (html: string): string[] => {
  const { licenses, problems } = read(html);
  return [
    ...licenses.map((one) =>
      [one.developer, one.app, one.last4, one.expiresOn, one.state].join(' | '),
    ),
    ...problems.map(({ code, where, app }) => `${code} ${where} ${app}`),
  ];
};
export const OK = ['甲社 | 甲 | AAAA | 2026-05-26 | active'];
