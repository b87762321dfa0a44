import { lines } from '../../ink.ts';
import type { Desk } from '../family.ts';

// Element UI's table: header and body are two tables of the same widths, and a fixed column
// brings a whole second pair in which every other column is hidden.

export interface Column {
  name: string;
  /** HTML of the header cell. */
  head: string;
  /** Columns that stand together under one group heading. */
  group: string | null;
}

interface Parts {
  columns: Column[];
  rows: string[][];
  /** The column that stays in view; null = none is fixed. */
  fixed: number | null;
  side: 'left' | 'right';
  empty: string;
}

function headRows(columns: Column[], hidden: (i: number) => boolean): string {
  const grouped = columns.some((c) => c.group !== null);
  const cell = (c: Column, i: number, more = ''): string =>
    `<th colspan="1" rowspan="${grouped && c.group === null ? 2 : 1}" class="el-table_1_column_${i + 1}${hidden(i) ? ' is-hidden' : ''} is-leaf el-table__cell"${more}><div class="cell">${c.head}</div></th>`;
  if (!grouped)
    return lines(
      '<tr>',
      columns.map((c, i) => cell(c, i)),
      '</tr>',
    );
  const members = columns.filter((c) => c.group !== null);
  const first = columns.map((c, i) => {
    if (c.group === null) return cell(c, i);
    if (c !== members[0]) return '';
    return `<th colspan="${members.length}" rowspan="1" class="el-table__cell"><div class="cell">${c.group}</div></th>`;
  });
  return lines(
    '<tr>',
    first,
    '</tr><tr>',
    members.map((c) => cell(c, columns.indexOf(c))),
    '</tr>',
  );
}

function pair(parts: Parts, hidden: (i: number) => boolean): string {
  const { columns, rows, empty } = parts;
  const group = lines(
    '<colgroup>',
    columns.map((_, i) => `<col name="el-table_1_column_${i + 1}" width="140">`),
    '</colgroup>',
  );
  const table = (kind: string, inner: string): string =>
    `<table cellspacing="0" cellpadding="0" border="0" class="el-table__${kind}" style="width: ${columns.length * 140}px;">${group}${inner}</table>`;
  const body = rows.map((row) =>
    lines(
      '<tr class="el-table__row">',
      row.map(
        (c, i) =>
          `<td rowspan="1" colspan="1" class="el-table_1_column_${i + 1}${hidden(i) ? ' is-hidden' : ''} el-table__cell"><div class="cell">${c}</div></td>`,
      ),
      '</tr>',
    ),
  );
  return lines(
    `<div class="el-table__header-wrapper">${table('header', `<thead class="has-gutter">${headRows(columns, hidden)}</thead>`)}</div>`,
    `<div class="el-table__body-wrapper is-scrolling-none">${table('body', lines('<tbody>', body, '</tbody>'))}`,
    rows.length === 0 ? empty : '',
    '</div>',
  );
}

/** The rules that this table needs to look as it does. */
export const STYLE =
  '.el-table{position:relative;overflow:hidden}.el-table__fixed,.el-table__fixed-right{position:absolute;top:0;overflow:hidden}.el-table__fixed,.el-table__fixed-right{background:#fff;z-index:3}.el-table__fixed-right{right:0}.el-table__fixed-right>div{position:relative;float:right;clear:both}.el-table table{table-layout:fixed}.el-table .is-hidden>*{visibility:hidden}.hidden-columns{visibility:hidden;position:absolute;z-index:-1}';

/** A list as Element UI renders it. */
export function elTable(_desk: Desk, parts: Parts): string {
  const { columns, fixed, side, rows } = parts;
  const clone =
    fixed === null || rows.length === 0
      ? ''
      : `<div class="el-table__fixed${side === 'right' ? '-right' : ''}" style="width:140px">${pair(parts, (i) => i !== fixed)}</div>`;
  return lines(
    '<div class="el-table el-table--fit el-table--border">',
    `<div class="hidden-columns">${columns.map(() => '<div></div>').join('')}</div>`,
    pair(parts, (i) => i === fixed),
    clone,
    '<div class="el-table__column-resize-proxy" style="display: none;"></div></div>',
  );
}
