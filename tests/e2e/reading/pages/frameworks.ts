// Tables as the UI libraries of today draw them.
import { each, slash, tail, type Sheet, type Variant } from '../model.ts';
import { APPS, EVENTS, shell } from '../shell.ts';

const HEADS = [
  'アプリ登録者 (システム開発企業)',
  'アプリ名',
  'ライセンスキー',
  '有効期限',
  '状態',
  '詳細',
];
const cellsOf = (k: Sheet['keys'][number]): string[] => [
  k.developer,
  k.app,
  tail(k.last4),
  slash(k.on),
  k.word,
  '<a href="#">詳細</a>',
];
const GRANT_HEADS = ['会社名', 'サービス名', '利用開始日', '状態', '詳細'];
const grantCells = (g: Sheet['grants'][number]): string[] => [
  g.company,
  g.service,
  g.since,
  g.word,
  '',
];
const noGrants: Variant['wanted'] = (w) => ({ ...w, grants: [] });

const dataTables = (id: string, heads: string[], rows: string[][]): string => {
  const head = (extra: string): string =>
    `<thead><tr role="row" ${extra}>${each(heads, (h, i) => `<th class="sorting${i === 0 ? '_asc' : ''}" tabindex="0" aria-controls="${id}" aria-label="${h}: 列を${i === 0 ? '降' : '昇'}順に並べ替えるにはアクティブにする">${extra ? `<div class="dataTables_sizing" style="height:0;overflow:hidden">${h}</div>` : h}</th>`)}</tr></thead>`;
  return `<div class="dataTables_wrapper" id="${id}_wrapper"><div class="dataTables_length"><label><select><option>10</option><option>25</option></select> 件表示</label></div>
<div class="dataTables_filter"><label>キーワード検索:<input type="search" aria-controls="${id}"></label></div>
<div class="dataTables_scroll"><div class="dataTables_scrollHead"><table class="dataTable" role="grid">${head('')}</table></div>
<div class="dataTables_scrollBody"><table id="${id}" class="dataTable" role="grid">${head('style="height:0"')}<tbody>
${each(rows, (cells, i) => `<tr role="row" class="${i % 2 ? 'even' : 'odd'}">${cells.map((c, j) => `<td class="${j === 0 ? 'sorting_1' : ''}">${c}</td>`).join('')}</tr>`)}</tbody></table></div></div>
<div class="dataTables_info" role="status">${rows.length} 件中 1 から ${rows.length} まで表示</div>
<div class="dataTables_paginate"><a class="paginate_button previous disabled">前</a><span><a class="paginate_button current">1</a></span><a class="paginate_button next disabled">次</a></div></div>`;
};

const antTable = (
  s: Sheet,
): string => `<div class="ant-table-wrapper"><div class="ant-spin-nested-loading"><div class="ant-table ant-table-fixed-header"><div class="ant-table-container">
<div class="ant-table-header" style="overflow:hidden"><table style="table-layout:fixed"><colgroup><col><col></colgroup><thead class="ant-table-thead">
<tr><th class="ant-table-cell" rowspan="2">アプリ登録者</th><th class="ant-table-cell" rowspan="2">アプリ名</th><th class="ant-table-cell" colspan="3">ライセンス情報</th><th class="ant-table-cell" rowspan="2">詳細</th></tr>
<tr><th class="ant-table-cell">ライセンスキー</th><th class="ant-table-cell ant-table-column-has-sorters" aria-sort="ascending"><div class="ant-table-column-sorters"><span class="ant-table-column-title">有効期限</span><span class="ant-table-column-sorter"><span role="img" aria-label="caret-up" class="anticon">▲</span><span role="img" aria-label="caret-down">▼</span></span></div></th><th class="ant-table-cell">状態</th></tr></thead></table></div>
<div class="ant-table-body" style="max-height:400px;overflow-y:scroll"><table style="table-layout:fixed"><tbody class="ant-table-tbody">
<tr aria-hidden="true" class="ant-table-measure-row" style="height:0;font-size:0">${'<td style="padding:0;border:0;height:0"><div style="height:0;overflow:hidden">&nbsp;</div></td>'.repeat(6)}</tr>
${each(
  s.keys,
  (k) =>
    `<tr class="ant-table-row ant-table-row-level-0" data-row-key="${k.last4}"><td class="ant-table-cell ant-table-cell-ellipsis" title="${k.developer}">${k.developer}</td><td class="ant-table-cell">${k.app}</td><td class="ant-table-cell">${tail(k.last4)}</td><td class="ant-table-cell">${slash(k.on)}</td><td class="ant-table-cell">${k.word
      .split(' ')
      .map((w) => `<span class="ant-tag">${w}</span>`)
      .join(
        '',
      )}</td><td class="ant-table-cell"><button type="button" class="ant-btn ant-btn-link"><span>詳 細</span></button></td></tr>`,
)}
</tbody></table></div></div></div><ul class="ant-pagination"><li class="ant-pagination-prev ant-pagination-disabled"><button disabled></button></li><li class="ant-pagination-item ant-pagination-item-1 ant-pagination-item-active"><a>1</a></li><li class="ant-pagination-next ant-pagination-disabled"><button disabled></button></li></ul></div></div>`;

const mui = (
  s: Sheet,
): string => `<div class="MuiTableContainer-root"><table class="MuiTable-root"><thead class="MuiTableHead-root"><tr>
<th class="MuiTableCell-root" scope="col"><span class="MuiCheckbox-root"><input type="checkbox" aria-label="すべて選択"></span></th>
${each(HEADS, (h, i) => `<th class="MuiTableCell-root" scope="col"><span class="MuiButtonBase-root MuiTableSortLabel-root" role="button" tabindex="0">${h}${i === 3 ? '<span class="sr">昇順で並べ替え済み</span>' : ''}<svg class="MuiSvgIcon-root" aria-hidden="true" viewBox="0 0 24 24"><path d="M20 12"></path></svg></span></th>`)}</tr></thead>
<tbody class="MuiTableBody-root">${each(
  s.keys,
  (k) =>
    `<tr class="MuiTableRow-root" role="checkbox" aria-checked="false"><td><span class="MuiCheckbox-root"><input type="checkbox" aria-label="選択"></span></td>${cellsOf(
      k,
    )
      .map((c, i) =>
        i === 4
          ? `<td><div class="MuiChip-root"><span class="MuiChip-label">${c.split(' ')[0]}</span></div>${c.includes(' ') ? '<div class="MuiChip-root"><span class="MuiChip-label">更新あり</span></div>' : ''}</td>`
          : `<td>${c}</td>`,
      )
      .join('')}</tr>`,
)}</tbody></table></div>
<div class="MuiTablePagination-root"><p>1ページあたりの行数:</p><div role="combobox">25</div><p>1–${s.keys.length} / ${s.keys.length}</p><button disabled aria-label="前のページ"></button><button disabled aria-label="次のページ"></button></div>`;

const agGrid = (
  s: Sheet,
): string => `<div class="ag-root" role="grid" aria-rowcount="${s.keys.length + 1}" aria-colcount="6"><div class="ag-header" role="presentation"><div class="ag-header-row" role="row" aria-rowindex="1">
${each(HEADS, (h, i) => `<div class="ag-header-cell" role="columnheader" aria-colindex="${i + 1}"><div class="ag-cell-label-container"><span class="ag-icon ag-icon-menu"></span><div class="ag-header-cell-label"><span class="ag-header-cell-text">${h}</span><span class="off">1</span></div></div></div>`)}</div></div>
<div class="ag-body" role="rowgroup">${each(
  s.keys,
  (k, r) =>
    `<div role="row" class="ag-row" aria-rowindex="${r + 2}" style="transform:translateY(${r * 42}px)">${cellsOf(
      k,
    )
      .map(
        (c, i) =>
          `<div role="gridcell" aria-colindex="${i + 1}" class="ag-cell"><div class="ag-cell-wrapper"><span class="ag-cell-value">${c}</span></div></div>`,
      )
      .join('')}</div>`,
)}</div></div>`;

const grantTable = (s: Sheet): string =>
  `<h3>${EVENTS}</h3>${dataTables('event', GRANT_HEADS, s.grants.map(grantCells))}`;

const vueResponsive = (
  s: Sheet,
): string => `<table class="b-table"><thead><tr>${each(HEADS, (h) => `<th><div class="th-wrap">${h}<span class="icon is-small" style="display:none"><i class="mdi mdi-arrow-up"></i></span></div></th>`)}</tr></thead><tbody>
${each(
  s.keys,
  (k) =>
    `<tr draggable="false">${cellsOf(k)
      .map(
        (c, i) =>
          `<td data-label="${HEADS[i]}"><span class="mobile-label" style="display:none">${HEADS[i]}</span><!---->${c}</td>`,
      )
      .join('')}</tr>`,
)}</tbody></table>`;

const lateReact = (s: Sheet): string => {
  const rows = s.keys.map((k) => cellsOf(k));
  return `<div id="root"><h2>${APPS}</h2><table><thead><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${`<tr>${'<td><span class="skeleton"></span></td>'.repeat(6)}</tr>`.repeat(5)}</tbody></table></div>
<script>const rows=${JSON.stringify(rows)};setTimeout(()=>{const b=document.querySelector('#root tbody');b.replaceChildren();
const add=(i)=>{if(i>=rows.length)return;const tr=b.insertRow();for(const c of rows[i])tr.insertCell().innerHTML=c;setTimeout(add,150,i+1)};add(0)},2500)</script>`;
};

export const FRAMEWORK_PAGES: Variant[] = [
  {
    name: 'data-tables-with-scroll',
    draw: (s) =>
      shell(s, `<h2>${APPS}</h2>${dataTables('app', HEADS, s.keys.map(cellsOf))}${grantTable(s)}`),
  },
  {
    name: 'ant-design-fixed-header',
    draw: (s) => shell(s, `<h2>${APPS}</h2>${antTable(s)}`),
    wanted: noGrants,
  },
  {
    name: 'mui-checkboxes-and-chips',
    draw: (s) => shell(s, `<h2>${APPS}</h2>${mui(s)}`),
    wanted: noGrants,
  },
  { name: 'ag-grid', draw: (s) => shell(s, `<h2>${APPS}</h2>${agGrid(s)}`), wanted: noGrants },
  {
    name: 'vue-responsive',
    draw: (s) => shell(s, `<h2>${APPS}</h2>${vueResponsive(s)}`),
    wanted: noGrants,
  },
  { name: 'react-late-row-by-row', draw: (s) => shell(s, lateReact(s)), wanted: noGrants },
];
