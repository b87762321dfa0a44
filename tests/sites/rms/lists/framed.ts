import { html, raw, type Html } from '../../lib/html.ts';
import type { EventListRow, ListModel, ListRow } from '../list-model.ts';
import { HEADINGS, manual, pager, SEARCH_NOTES } from './parts.ts';

/** `2025/05/26` → `2025/05/26`: a page that writes its figures full-width. */
const fullWidth = (text: string): string =>
  text.replace(/[0-9/:]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const DOT = raw(
  '<svg class="dot" width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="4"></circle></svg>',
);

// An icon before the word and 更新あり on a line of its own.
const state = (text: string): Html => {
  const [first, ...rest] = text.split(' ');
  return html`${DOT} ${first}${rest.map((word) => html`<br /><em class="hot">● ${word}</em>`)}`;
};

// 「末尾4桁: A9FR」 with a full-width colon, the last four characters in an element of their own.
const last4 = (text: string): Html => {
  const [label = '', key] = text.split(': ');
  return key === undefined ? html`${text}` : html`<small>${label}:</small><code>${key}</code>`;
};

const row = (r: ListRow): Html =>
  html` <tr>
    <th scope="row">${r.app}</th>
    <td>${state(r.state)}</td>
    <td>${fullWidth(r.expiry)}</td>
    <td>${last4(r.last4)}</td>
    <td class="number">${fullWidth(String(r.functions))}件</td>
    <td>${r.developer}</td>
    <td><a href="${r.href}" target="_top">詳細</a></td>
  </tr>`;

const eventRow = (e: EventListRow): Html =>
  html` <tr>
    <th scope="row">${e.service}</th>
    <td>${e.company}</td>
    <td>${state(e.state)}</td>
    <td>${fullWidth(e.startedAt)}</td>
    <td><a href="#">詳細</a></td>
  </tr>`;

const search = (name: string, value: string, note: string): Html =>
  html` <form class="search" method="get">
    <label>キーワード検索 <input name="${name}" value="${value}" /></label><button>検索</button>
    <p class="note">${note}</p>
  </form>`;

const headRow = (...names: string[]): Html =>
  html`<tr>
    ${names.map((name) => html`<th scope="col">${name}</th>`)}
  </tr>`;

/** Markup C: the list is in a frame of the same host. */
export const framedList = (query: string): Html =>
  html`<iframe class="list-frame" title="アプリ一覧" src="/apisson/frame?${query}"></iframe>`;

/** What stands in that frame: another order of columns, one column more, headings of rows, no thead. */
export const frameDocument = (model: ListModel): Html =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>アプリ一覧</title>
        <link rel="stylesheet" href="/assets/rms.css" />
      </head>
      <body class="markup-c framed">
        <section class="panel">
          <h2>${HEADINGS.apps}</h2>
          ${manual}${search('q', model.query, SEARCH_NOTES.apps)}
          <table class="modern">
            <tbody>
              ${headRow('アプリ名', '状態', '有効期限', 'ライセンスキー', '利用API数', 'アプリ登録者(システム開発企業)', '詳細')}
              ${model.rows.map(row)}
            </tbody>
          </table>
          ${pager(model)}
        </section>
        <section class="panel">
          <h2>${HEADINGS.events}</h2>
          ${manual}${search('eq', model.eventQuery, SEARCH_NOTES.events)}
          <table class="modern">
            <tbody>
              ${headRow('サービス名', '会社名', '状態', '利用開始日', '詳細')}
              ${model.events.map(eventRow)}
            </tbody>
          </table>
        </section>
      </body>
    </html>`;
