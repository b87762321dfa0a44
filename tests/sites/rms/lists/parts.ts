import { html, type Html } from '../../lib/html.ts';
import type { ListModel } from '../list-model.ts';

export const HEADINGS = {
  apps: 'WEB APIアクセス許可設定',
  events: 'システムイベント通知サービスアクセス許可設定',
} as const;

// The sentences beside the search boxes in seed 002.
export const SEARCH_NOTES = {
  apps: '※アプリ登録者、アプリ名、ライセンス情報に対して部分一致検索を行います。',
  events: '※会社名、サービス名、利用開始日、状態に対して部分一致検索を行います。',
} as const;

export const manual = html`<p class="manual"><a href="#">マニュアルを見る</a></p>`;

export function pager({ page, pages, query }: ListModel): Html | null {
  if (pages < 2) return null;
  const href = (n: number): string =>
    `?${new URLSearchParams({ q: query, page: String(n) }).toString()}`;
  const numbers = Array.from({ length: pages }, (_, i) => i + 1);
  return html`<div class="pager">
    ${page > 1 && html`<a href="${href(page - 1)}">前へ</a>`}
    ${numbers.map((n) => (n === page ? html`<b>${n}</b> ` : html`<a href="${href(n)}">${n}</a> `))}
    ${page < pages && html`<a href="${href(page + 1)}">次へ</a>`}
  </div>`;
}
