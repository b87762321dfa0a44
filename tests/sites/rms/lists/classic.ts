import { html, type Html } from '../../lib/html.ts';
import type { ListModel, ListRow } from '../list-model.ts';
import { HEADINGS, manual, pager, SEARCH_NOTES } from './parts.ts';

// Red words beside the state, as an old RMS page writes them.
const state = (text: string): Html => {
  const [first, ...rest] = text.split(' ');
  return html`${first}${rest.map((word) => html` <font color="#cc0000">${word}</font>`)}`;
};

const row = (r: ListRow): Html =>
  html` <tr class="data">
    <td>${r.developer}</td>
    <td>${r.app}</td>
    <td nowrap>${r.last4}</td>
    <td align="center" nowrap>${r.expiry}</td>
    <td align="center">${state(r.state)}</td>
    <td align="center"><a href="${r.href}">詳細</a></td>
  </tr>`;

const search = (table: string, note: string): Html =>
  html` <form class="search" data-filters="${table}" onsubmit="return false">
    <label>キーワード検索: <input type="text" name="q" size="30" /></label>
    <input type="submit" value="検索" /> <span class="note">${note}</span>
  </form>`;

/** Markup A: `<table>` with two header rows, in layout tables; the search boxes hide rows in the page. */
export const classicList = (model: ListModel): Html =>
  html` <table width="100%" border="0">
    <tr>
      <td>
        <h2>${HEADINGS.apps}</h2>
        ${manual}${search('app-table', SEARCH_NOTES.apps)}
        <table id="app-table" class="list" border="1" cellspacing="0" cellpadding="4" width="100%">
          <thead>
            <tr bgcolor="#e8e4da">
              <th rowspan="2">アプリ登録者<br />(システム開発企業)</th>
              <th rowspan="2">アプリ名</th>
              <th colspan="3">ライセンス情報</th>
              <th rowspan="2">詳細</th>
            </tr>
            <tr bgcolor="#e8e4da">
              <th>ライセンスキー</th>
              <th>有効期限</th>
              <th>状態</th>
            </tr>
          </thead>
          <tbody>
            ${model.rows.map(row)}
          </tbody>
        </table>
        ${pager(model)}
      </td>
    </tr>
    <tr>
      <td>
        <h2>${HEADINGS.events}</h2>
        ${manual}${search('event-table', SEARCH_NOTES.events)}
        <table
          id="event-table"
          class="list"
          border="1"
          cellspacing="0"
          cellpadding="4"
          width="100%"
        >
          <thead>
            <tr bgcolor="#e8e4da">
              <th>会社名</th>
              <th>サービス名</th>
              <th>利用開始日</th>
              <th>状態</th>
              <th>詳細</th>
            </tr>
          </thead>
          <tbody>
            ${model.events.map(
              (e) =>
                html` <tr class="data">
                  <td>${e.company}</td>
                  <td>${e.service}</td>
                  <td nowrap>${e.startedAt}</td>
                  <td align="center">${e.state}</td>
                  <td align="center"><a href="#">詳細</a></td>
                </tr>`,
            )}
          </tbody>
        </table>
      </td>
    </tr>
  </table>`;
