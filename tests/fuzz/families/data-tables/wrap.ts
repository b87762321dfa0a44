import { lines } from '../../ink.ts';
import type { Listing } from '../../truth.ts';
import type { Desk } from '../family.ts';

export interface Wrapped {
  id: string;
  heads: string[];
  body: string[];
  /** Nothing to show: the body gets the plug-in's own row that says so. */
  empty: boolean;
  listing: Listing;
  total: number;
}

const headRow = (heads: string[]): string =>
  lines(
    '<tr>',
    heads.map(
      (h, i) =>
        `<th class="sorting${i ? '' : '_asc'}" tabindex="0" aria-label="並び替え">${h}</th>`,
    ),
    '</tr>',
  );

/** The head of the body's table when the plug-in scrolls: of no height, and there for the widths. */
const sizingRow = (heads: string[]): string =>
  lines(
    '<tr style="height: 0px;">',
    heads.map(
      (h) =>
        `<th style="padding-top: 0px; border-top-width: 0px; height: 0px; width: 120px;"><div class="dataTables_sizing" style="height:0;overflow:hidden;">${h}</div></th>`,
    ),
    '</tr>',
  );

function info({ paged, filteredBy }: Listing, shown: number): string {
  if (paged) return `${paged.total} 件中 ${paged.from} から ${paged.to} まで表示`;
  if (filteredBy !== null)
    return `${shown} 件中 1 から ${shown} まで表示（全 ${shown + 7} 件より抽出）`;
  return shown > 0 ? `${shown} 件中 1 から ${shown} まで表示` : '0 件中 0 から 0 まで表示';
}

/** A table with all that the plug-in puts around it. */
export function wrapTable(
  { pick, ink }: Desk,
  { id, heads, body, empty, listing, total }: Wrapped,
): string {
  const { filteredBy, paged, lazy } = listing;
  const scrolls = ink.knob('sizingHead', pick.bool(0.3));
  const foot = ink.knob('footRepeatsHead', pick.bool(0.3))
    ? lines(
        '<tfoot><tr>',
        heads.map((h) => `<th>${h}</th>`),
        '</tr></tfoot>',
      )
    : '';
  const none = `<tr class="odd"><td valign="top" colspan="${heads.length}" class="dataTables_empty">該当するデータはありません</td></tr>`;
  const rows = lines('<tbody>', empty ? none : '', body, '</tbody>');
  const table = scrolls
    ? lines(
        `<div class="dataTables_scrollHead"><table class="dataTable"><thead>${headRow(heads)}</thead></table></div>`,
        `<div class="dataTables_scrollBody"><table id="${id}" class="dataTable"><thead>${sizingRow(heads)}</thead>${rows}</table></div>`,
      )
    : lines(
        `<table id="${id}" class="table dataTable" role="grid"><thead>${headRow(heads)}</thead>`,
        foot,
        rows,
        '</table>',
      );
  const value = filteredBy === null ? '' : ` value="${ink.attr(filteredBy)}"`;
  return lines(
    `<div id="${id}_wrapper" class="dataTables_wrapper">`,
    `<div class="dataTables_length"><label><select><option>10</option><option selected>25</option><option>100</option></select> 件表示</label></div>`,
    `<div class="dataTables_filter"><label>キーワード検索: <input type="search"${value}></label></div>`,
    table,
    lazy > 0 ? '' : `<div class="dataTables_info" role="status">${info(listing, total)}</div>`,
    `<div class="dataTables_paginate"><a class="paginate_button previous${paged && paged.from > 1 ? '' : ' disabled'}">前へ</a><a class="paginate_button current">1</a><a class="paginate_button next${paged && paged.to < paged.total ? '' : ' disabled'}">次へ</a></div>`,
    '</div>',
  );
}
