import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';

/** One row of the list of keys as a shop would tell it, before any page draws it. */
export interface Key {
  developer: string;
  app: string;
  /** null = RMS shows no key yet. */
  last4: string | null;
  /** YYYY-MM-DD; null = RMS shows no date. */
  on: string | null;
  /** RMS's word of the state. */
  word: string;
}

export interface Grant {
  company: string;
  service: string;
  since: string;
  word: string;
}

export interface Shop {
  digits: string | null;
  slug: string | null;
  name: string | null;
}

/** What a page is drawn from, and what must be read off it again. */
export interface Sheet {
  shop: Shop;
  keys: Key[];
  grants: Grant[];
  today: string;
}

/** What the reading of a page must be. */
export interface Wanted {
  keys: Key[];
  grants: Grant[];
  shop: Shop;
  /** The page, or a row of it, must show as unreadable; false = it must not. */
  alarm: boolean;
  /** Keys that may be read or left: rows of a panel that is not shown. */
  optional?: Key[];
}

export interface Variant {
  name: string;
  host?: 'ichiba-bs' | 'webservice' | 'mainmenu';
  /** Changes the sheet before it is drawn. */
  sheet?: (sheet: Sheet) => Sheet;
  draw: (sheet: Sheet) => string;
  /** Changes what must be read. */
  wanted?: (wanted: Wanted, sheet: Sheet) => Wanted;
  charset?: 'utf-8' | 'euc-jp' | 'shift_jis';
  /** Other documents of the same page: path below the page's own → HTML. */
  parts?: Record<string, (sheet: Sheet) => string>;
}

const WORDS: Record<string, string> = {
  利用中: 'active',
  '利用中 更新あり': 'updateAvailable',
  承認待ち: 'awaitingApproval',
  有効期限切れ: 'expired',
  停止中: 'stopped',
};
export const stateOf = (word: string): string => WORDS[word] ?? 'unknown';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz';
const letter = (n: number): string => ALPHABET[n % ALPHABET.length] ?? 'A';

/** The sheet of the nth page: a shop of its own and last four characters that no other page has. */
export function sheetOf(n: number, now = Date.now()): Sheet {
  const today = jstDateOf(now);
  const last4 = (row: number): string =>
    `${letter(n)}${row}${letter(row + 7 + 11 * Math.floor(n / ALPHABET.length))}${(n + row) % 10}`;
  const key = (row: number, developer: string, app: string, days: number | null, word: string) => ({
    developer,
    app,
    last4: last4(row),
    on: days === null ? null : addDays(today, days),
    word,
  });
  return {
    shop: { digits: String(310_000 + n), slug: `yomi-${n}`, name: `よみとり商店${n}` },
    today,
    keys: [
      key(0, '店舗様', '(アプリ名を登録してください)', 12, '利用中'),
      key(1, '株式会社GoQSystem', 'GoQ System (ごくシステム)', null, '利用中 更新あり'),
      key(2, 'NE株式会社', 'ネクストエンジン', 64, '利用中'),
      key(3, '株式会社ほくと', 'らくらく在庫', -3, '有効期限切れ'),
      key(4, '株式会社ほくと', 'らくらく受注', 0, '停止中'),
      key(1 + 4, '合同会社みなと', '在庫番 for RMS', null, '承認待ち'),
    ],
    grants: [
      {
        company: '株式会社GoQSystem',
        service: '受注情報通知',
        since: '2014/10/06 09:00:00',
        word: '利用中',
      },
      {
        company: '株式会社GoQSystem',
        service: '問い合わせユーザアクション通知',
        since: '2024/04/04 11:00:00',
        word: '停止中',
      },
    ],
  };
}

export const slash = (on: string | null): string => on?.replaceAll('-', '/') ?? '-';
/** 「末尾4桁: A9FR」 as seed 002 shows it. */
export const tail = (last4: string | null): string => (last4 === null ? '-' : `末尾4桁: ${last4}`);
export const each = <T>(list: readonly T[], draw: (one: T, index: number) => string): string =>
  list.map(draw).join('\n');

/** The first keys of the sheet, each with what is given for it in place of its own. */
export const changed = (sheet: Sheet, changes: readonly Partial<Key>[]): Sheet => ({
  ...sheet,
  keys: changes.map((change, i) => Object.assign({ ...(sheet.keys[i] as Key) }, change)),
});
