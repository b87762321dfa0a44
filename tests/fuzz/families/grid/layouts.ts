import { lines } from '../../ink.ts';
import type { Desk } from '../family.ts';

// Tables that are none: rows and columns come from the style sheet or from data-label attributes.

/** A list as HTML heads and cells; `names` are the headings as text, for data-label. */
export interface Sheet {
  names: string[];
  heads: string[];
  rows: string[][];
}

export const LAYOUTS = [
  'cssTable',
  'inlineTable',
  'flatGrid',
  'rowGrid',
  'dataLabels',
  'labelledTable',
  'listRows',
] as const;
export type Layout = (typeof LAYOUTS)[number];

export const STYLE = [
  '.t{display:table;width:100%}.thead{display:table-header-group}.tbody{display:table-row-group}.r{display:table-row}.c{display:table-cell;padding:4px}',
  '.g{display:grid}.rg{display:grid;grid-auto-flow:column;grid-auto-columns:1fr}',
  '.dl-row{border:1px solid #ccc;margin:8px 0}.dl-row [data-label]::before{content:attr(data-label) "：";font-weight:bold}',
  '@media (max-width:600px){.lt thead{display:none}.lt td::before{content:attr(data-label)}}',
  'ul.lr{list-style:none;padding:0}ul.lr>li{display:flex}ul.lr>li>*{flex:1}',
].join('\n');

const attr = (text: string): string => text.replace(/\n/g, ' ').replace(/[&"<]/g, '');

function flatGrid({ heads, rows }: Sheet): string {
  return lines(
    `<div class="g" style="grid-template-columns: repeat(${heads.length}, auto)">`,
    heads.map((h) => `<div class="gh"><strong>${h}</strong></div>`),
    rows.flat().map((c) => `<div class="gc">${c}</div>`),
    '</div>',
  );
}

function rowGrid({ heads, rows }: Sheet): string {
  return lines(
    '<section class="list">',
    lines(
      '<div class="rg head">',
      heads.map((h) => `<span>${h}</span>`),
      '</div>',
    ),
    rows.map((row) =>
      lines(
        '<div class="rg">',
        row.map((c) => `<span>${c}</span>`),
        '</div>',
      ),
    ),
    '</section>',
  );
}

function classTable(
  { heads, rows }: Sheet,
  row: string,
  cell: string,
  wrap: [string, string, string],
): string {
  const line = (cells: string[]): string =>
    lines(
      `<div ${row}>`,
      cells.map((c) => `<div ${cell}>${c}</div>`),
      '</div>',
    );
  return lines(wrap[0], line(heads), wrap[1], rows.map(line), wrap[2]);
}

function dataLabels({ names, rows }: Sheet): string {
  return lines(
    rows.map((row) =>
      lines(
        '<div class="dl-row">',
        row.map((c, i) => `<div data-label="${attr(names[i] ?? '')}">${c}</div>`),
        '</div>',
      ),
    ),
  );
}

function labelledTable({ names, heads, rows }: Sheet): string {
  return lines(
    '<table class="lt"><thead><tr>',
    heads.map((h) => `<th>${h}</th>`),
    '</tr></thead><tbody>',
    rows.map((row) =>
      lines(
        '<tr>',
        row.map((c, i) => `<td data-label="${attr(names[i] ?? '')}">${c}</td>`),
        '</tr>',
      ),
    ),
    '</tbody></table>',
  );
}

function listRows({ heads, rows }: Sheet): string {
  return lines(
    '<ul class="lr">',
    lines(
      '<li class="lr-head">',
      heads.map((h) => `<b>${h}</b>`),
      '</li>',
    ),
    rows.map((row) =>
      lines(
        '<li>',
        row.map((c) => `<div>${c}</div>`),
        '</li>',
      ),
    ),
    '</ul>',
  );
}

/** A list in this layout. */
export function renderSheet({ need }: Desk, layout: Layout, sheet: Sheet): string {
  if (layout === 'labelledTable') return labelledTable(sheet);
  need(layout === 'inlineTable' ? 'dom' : 'css');
  if (layout === 'flatGrid') return flatGrid(sheet);
  if (layout === 'rowGrid') return rowGrid(sheet);
  if (layout === 'dataLabels') return dataLabels(sheet);
  if (layout === 'listRows') return listRows(sheet);
  if (layout === 'inlineTable') {
    return classTable(
      sheet,
      'style="display:table-row"',
      'style="display: table-cell; padding: 3px"',
      ['<div style="display: table; border-collapse: collapse">', '', '</div>'],
    );
  }
  return classTable(sheet, 'class="r"', 'class="c"', [
    '<div class="t"><div class="thead">',
    '</div><div class="tbody">',
    '</div></div>',
  ]);
}
