import { lines } from '../../ink.ts';
import type { Listing } from '../../truth.ts';
import type { Desk } from '../family.ts';

// The three ways in which a component library renders a list: a table (with a sticky copy of its
// header), elements with ARIA roles, and a header table over virtual rows of plain elements.

/** A list as the library gets it: heads and cells are HTML. */
export interface Grid {
  label: string;
  heads: string[];
  rows: string[][];
  listing: Listing;
  /** Rows that exist but are scrolled out and not rendered. */
  unrendered: number;
}

const SKELETON = '<span class="ant-skeleton-input ant-skeleton-active" style="width:90px"></span>';
const EMPTY =
  '<div class="ant-empty"><div class="ant-empty-image"></div><div class="ant-empty-description">該当するデータはありません</div></div>';

function nativeTable({ pick, ink }: Desk, grid: Grid): string {
  const { heads, rows, listing } = grid;
  const head = lines(
    '<thead class="ant-table-thead"><tr>',
    heads.map((h) => `<th class="ant-table-cell" scope="col">${h}</th>`),
    '</tr></thead>',
  );
  const group = lines(
    '<colgroup>',
    heads.map(() => '<col style="width: 160px;">'),
    '</colgroup>',
  );
  const cells = (row: string[]): string[] => row.map((c) => `<td class="ant-table-cell">${c}</td>`);
  const body = lines(
    '<tbody class="ant-table-tbody">',
    ink.knob('measureRow', pick.bool(0.5))
      ? lines(
          '<tr aria-hidden="true" class="ant-table-measure-row" style="height:0;font-size:0">',
          heads.map(
            () =>
              '<td style="padding:0;border:0;height:0"><div style="height:0;overflow:hidden">&nbsp;</div></td>',
          ),
          '</tr>',
        )
      : '',
    rows.map((row, i) =>
      lines(
        `<tr data-row-key="${i}" class="ant-table-row ant-table-row-level-0">`,
        cells(row),
        '</tr>',
      ),
    ),
    Array.from({ length: listing.lazy }, () =>
      lines('<tr class="ant-table-row">', cells(heads.map(() => SKELETON)), '</tr>'),
    ),
    rows.length + listing.lazy === 0
      ? `<tr class="ant-table-placeholder"><td class="ant-table-cell" colspan="${heads.length}">${EMPTY}</td></tr>`
      : '',
    '</tbody>',
  );
  const split = ink.choice('header', pick.oneOf(['joined', 'split', 'stickyCopy']));
  const table = (...inner: string[]): string =>
    lines(
      `<table style="width: ${heads.length * 160}px; table-layout: fixed;">`,
      group,
      inner,
      '</table>',
    );
  if (split === 'joined') return table(head, body);
  const copy = `<div class="ant-table-header ant-table-sticky-holder" style="overflow: hidden;">${table(head)}</div>`;
  const full = split === 'split' ? table(body) : table(head, body);
  return lines(
    copy,
    `<div class="ant-table-body" style="overflow: auto scroll; max-height: 600px;">${full}</div>`,
  );
}

function ariaTable({ pick, ink }: Desk, grid: Grid): string {
  const { heads, rows, listing, unrendered, label } = grid;
  const role = ink.choice('role', pick.oneOf(['table', 'grid']));
  const cellRole = role === 'grid' ? 'gridcell' : 'cell';
  const total = rows.length + unrendered + 1;
  const groups = pick.bool(0.7);
  const wrap = (inner: string): string => (groups ? `<div role="rowgroup">${inner}</div>` : inner);
  const row = (cells: string[], i: number): string =>
    lines(
      `<div role="row" aria-rowindex="${i + 2}" class="tr">`,
      cells.map((c) => `<div role="${cellRole}" class="td">${c}</div>`),
      '</div>',
    );
  const filler = Array.from({ length: listing.lazy }, (_, i) =>
    row(
      heads.map(() => SKELETON),
      rows.length + i,
    ),
  );
  return lines(
    `<div role="${role}" aria-label="${label}" aria-rowcount="${total}" aria-colcount="${heads.length}">`,
    wrap(
      lines(
        '<div role="row" aria-rowindex="1">',
        heads.map((h) => `<div role="columnheader" class="th">${h}</div>`),
        '</div>',
      ),
    ),
    wrap(lines(rows.map(row), filler)),
    '</div>',
    rows.length + listing.lazy === 0 ? EMPTY : '',
  );
}

function virtualTable(_desk: Desk, grid: Grid): string {
  const { heads, rows, listing, unrendered } = grid;
  const cell = (inner: string): string =>
    `<div class="ant-table-cell" style="flex: none; width: 160px;">${inner}</div>`;
  const row = (cells: string[], i: number): string =>
    lines(
      `<div class="ant-table-row ant-table-row-level-0" data-row-key="k${i}" style="display:flex">`,
      cells.map(cell),
      '</div>',
    );
  const filler = Array.from({ length: listing.lazy }, (_, i) =>
    row(
      heads.map(() => SKELETON),
      i,
    ),
  );
  return lines(
    `<div class="ant-table-header"><table style="width: ${heads.length * 160}px; table-layout: fixed;" cellspacing="0"><thead class="ant-table-thead"><tr>`,
    heads.map((h) => `<th class="ant-table-cell">${h}</th>`),
    '</tr></thead></table></div>',
    `<div class="ant-table-tbody ant-table-tbody-virtual"><div class="ant-table-tbody-virtual-holder" style="max-height:480px;overflow-y:hidden">`,
    `<div style="height: ${(rows.length + unrendered) * 54}px"><div class="ant-table-tbody-virtual-holder-inner" style="display:flex;flex-direction:column">`,
    rows.map(row),
    filler,
    '</div></div></div></div>',
    rows.length + listing.lazy === 0 ? EMPTY : '',
  );
}

function pager({ listing }: Grid): string {
  const { paged } = listing;
  if (!paged) return '';
  const size = Math.max(1, paged.to - paged.from + 1);
  const pages = Math.ceil(paged.total / size);
  const now = Math.ceil(paged.from / size);
  return lines(
    '<ul class="ant-pagination ant-table-pagination">',
    `<li class="ant-pagination-total-text">${paged.from}-${paged.to}件 / 全${paged.total}件</li>`,
    '<li title="前へ" class="ant-pagination-prev"><button type="button" tabindex="-1">&lt;</button></li>',
    Array.from(
      { length: Math.min(pages, 5) },
      (_, i) =>
        `<li title="${i + 1}" class="ant-pagination-item${i + 1 === now ? ' ant-pagination-item-active' : ''}"><a rel="nofollow">${i + 1}</a></li>`,
    ),
    '<li title="次へ" class="ant-pagination-next"><button type="button">&gt;</button></li>',
    '</ul>',
  );
}

/** A list in the way that this page renders its lists. */
export function renderGrid(desk: Desk, mode: 'table' | 'aria' | 'virtual', grid: Grid): string {
  const body = { table: nativeTable, aria: ariaTable, virtual: virtualTable }[mode](desk, grid);
  const busy = grid.listing.lazy > 0 && desk.pick.bool(0.5);
  return lines(
    `<div class="ant-table-wrapper"><div class="ant-spin-nested-loading"${busy ? ' aria-busy="true"' : ''}>`,
    busy ? '<div class="ant-spin ant-spin-spinning"><span class="ant-spin-dot"></span></div>' : '',
    `<div class="ant-spin-container"><div class="ant-table"><div class="ant-table-container">`,
    body,
    '</div></div>',
    pager(grid),
    '</div></div></div>',
  );
}
