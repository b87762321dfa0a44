import { chooseEventColumns, chooseKeyColumns } from '../../columns.ts';
import type { KeyColumn } from '../../columns.ts';
import { lines } from '../../ink.ts';
import type { KeyTruth, Listing } from '../../truth.ts';
import type { Desk } from '../family.ts';

type Cell = (inner: string, attributes?: string) => string;

const td: Cell = (inner, attributes = '') => `<td${attributes}>${inner}</td>`;

/** Header cells: real ones, or bold text on grey as before 2000. */
function headCell(desk: Desk): Cell {
  if (desk.ink.knob('headOfTd', desk.pick.bool(0.4))) {
    return (inner, attributes = '') => `<td bgcolor="#cccccc"${attributes}><b>${inner}</b></td>`;
  }
  return (inner, attributes = '') => `<th${attributes} nowrap>${inner}</th>`;
}

function stateHtml({ ink, pick }: Desk): (text: string) => string {
  const style = ink.choice(
    'state',
    pick.oneOf(['plain', 'red', 'break', 'icon', 'image', 'brackets']),
  );
  return (text) => {
    const [word = '', more] = text.split(' ');
    if (more === undefined)
      return style === 'brackets' ? `<b>${ink.text(word)}</b>` : ink.text(word);
    if (style === 'red') return `${ink.text(word)} <font color="#ff0000">${more}</font>`;
    if (style === 'break') return `${ink.text(word)}<br><font color="red">${more}</font>`;
    if (style === 'icon') return `${ink.text(word)}<img src="new.gif" alt=""><br>${more}`;
    if (style === 'image')
      return `${ink.text(word)} <img src="update.gif" alt="${more}" border="0">`;
    return ink.text(text);
  };
}

/** Two header rows with 「ライセンス情報」 over its columns, or one row. */
function heading(desk: Desk, columns: KeyColumn[]): string[] {
  const { ink, pick } = desk;
  const cell = headCell(desk);
  const isLicense = (c: KeyColumn): boolean => ['last4', 'expires', 'state'].includes(c.id);
  if (!ink.knob('groupHeading', pick.bool(0.6))) {
    // Spacers need whole columns: never beside a cell that spans several.
    if (!ink.knobs.includes('developerSpansRows')) ink.knob('spacerColumns', pick.bool(0.15));
    return [
      '<tr>',
      ...spaced(
        desk,
        columns.map((c) => cell(ink.text(c.heading))),
      ),
      '</tr>',
    ];
  }
  const license = columns.filter(isLicense);
  const first = columns.map((c) => {
    if (!isLicense(c)) return cell(ink.text(c.heading), ' rowspan="2"');
    return c === license[0] ? cell('ライセンス情報', ` colspan="${license.length}"`) : '';
  });
  return [
    '<tr>',
    ...first,
    '</tr>',
    '<tr>',
    ...license.map((c) => cell(ink.text(c.heading))),
    '</tr>',
  ];
}

function keyCell(
  desk: Desk,
  column: KeyColumn,
  key: KeyTruth,
  state: (t: string) => string,
): string {
  const { ink } = desk;
  if (column.id === 'detail') return td('<a href="javascript:void(0)">詳細</a>', ' align="center"');
  if (column.id === 'state') return td(state(key.stateText));
  const text = column.text(key, 0);
  return td(text === '' ? '&nbsp;' : `<font size="-1">${ink.text(text)}</font>`);
}

/** Cells with a cell of one dot between them, as lines were drawn before style sheets. */
function spaced({ ink }: Desk, cells: string[]): string[] {
  if (!ink.knobs.includes('spacerColumns')) return cells;
  const dot = '<td width="1" bgcolor="#999999"><img src="spacer.gif" width="1" height="1"></td>';
  return cells.flatMap((cell, i) => (i > 0 ? [dot, cell] : [cell]));
}

/** Rows, those of one developer together under one cell if `spanned`. */
function keyRows(desk: Desk, columns: KeyColumn[], spanned: boolean, repeat: string[]): string[] {
  const { truth } = desk;
  const state = stateHtml(desk);
  const separator = desk.ink.knob('separatorRows', desk.pick.bool(0.12))
    ? `<tr><td colspan="${columns.length}" height="1" bgcolor="#cccccc"><img src="spacer.gif" width="1" height="1"></td></tr>`
    : '';
  return truth.keys.map((key, i) => {
    const before = truth.keys[i - 1];
    const same = (other: KeyTruth | undefined): boolean => other?.developer === key.developer;
    const span = truth.keys.slice(i).findIndex((other) => !same(other));
    const count = span < 0 ? truth.keys.length - i : span;
    const cells = columns.map((column) => {
      if (column.id !== 'developer' || !spanned) return keyCell(desk, column, key, state);
      return same(before) ? '' : td(desk.ink.text(key.developer ?? ''), ` rowspan="${count}"`);
    });
    const again = i > 0 && i % 10 === 0 ? repeat : [];
    const line = separator && i > 0 && !spanned ? separator : '';
    const color = i % 2 ? '#f7f7f7' : '#ffffff';
    return lines(line, again, `<tr bgcolor="${color}">`, spaced(desk, cells), '</tr>');
  });
}

/** The search box and the pager of one list. */
export function around(listing: Listing, { ink }: Desk): string[] {
  const { filteredBy, paged } = listing;
  const value = filteredBy === null ? '' : ` value="${ink.attr(filteredBy)}"`;
  const note =
    '<font size="-2">※アプリ登録者、アプリ名、ライセンス情報に対して部分一致検索を行います。</font>';
  const pages = paged ? `${paged.from}-${paged.to}件 / 全${paged.total}件` : '';
  const arrows = '<a href="#">前へ</a> <a href="#">次へ</a>';
  return [
    `<form action="search.do">キーワード検索: <input type="text" name="keyword" size="30"${value}> ${note}</form>`,
    paged ? `<div align="right">${pages} ${arrows}</div>` : '',
  ];
}

const lazyRows = (count: number, width: number): string[] =>
  Array.from(
    { length: count },
    () => `<tr><td colspan="${width}"><img src="loading.gif" alt="">読み込み中...</td></tr>`,
  );

/** 「WEB APIアクセス許可設定」 */
export function keyTable(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const spanned = ink.knob('developerSpansRows', pick.bool(0.3));
  if (spanned) truth.keys.sort((a, b) => (a.developer ?? '').localeCompare(b.developer ?? ''));
  const columns = chooseKeyColumns(truth, values, pick, ink);
  const head = heading(desk, columns);
  const repeats = !spanned && ink.knob('headRepeated', truth.keys.length > 10 && pick.bool(0.3));
  const rows = keyRows(desk, columns, spanned, repeats ? head : []);
  const none = `<tr><td colspan="${columns.length}" align="center">該当するデータはありません。</td></tr>`;
  return lines(
    '<table border="0" width="100%"><tr><td bgcolor="#ffcccc"><b>WEB APIアクセス許可設定</b></td>',
    '<td align="right"><a href="#">マニュアルを見る</a></td></tr></table>',
    around(truth.keyListing, desk),
    '<table border="1" cellspacing="0" cellpadding="4" width="100%">',
    // Both end up elsewhere than written: the parser empties the form and moves the words out.
    ink.knob('formInTable', pick.bool(0.2)) ? '<form name="list" action="detail.do">' : '',
    ink.knob('wordsInTable', pick.bool(0.12))
      ? '<font size="-1">詳細をクリックしてください。</font>'
      : '',
    ink.knob('thead', pick.bool(0.3)) ? ['<thead>', ...head, '</thead><tbody>'] : head,
    rows.length > 0 || truth.keyListing.lazy > 0 ? rows : none,
    lazyRows(truth.keyListing.lazy, columns.length),
    '</table><br>',
  );
}

/** 「システムイベント通知サービスアクセス許可設定」 */
export function eventTable(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseEventColumns(values, pick, ink);
  const cell = headCell(desk);
  const state = stateHtml(desk);
  const rows = truth.events.flatMap((event) => [
    '<tr>',
    ...columns.map((c) =>
      td(c.id === 'state' ? state(event.stateText) : ink.text(c.text(event)) || '&nbsp;'),
    ),
    '</tr>',
  ]);
  const none = `<tr><td colspan="${columns.length}">該当するデータはありません。</td></tr>`;
  return lines(
    '<p><b>システムイベント通知サービスアクセス許可設定</b></p>',
    around(truth.eventListing, desk),
    '<table border="1" cellspacing="0" cellpadding="4" width="100%">',
    ['<tr>', ...columns.map((c) => cell(ink.text(c.heading))), '</tr>'],
    rows.length > 0 || truth.eventListing.lazy > 0 ? rows : none,
    lazyRows(truth.eventListing.lazy, columns.length),
    '</table>',
  );
}
