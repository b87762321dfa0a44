/** Excel opens a CSV as Japanese only with it. */
const BOM = '\ufeff';

/** A cell that begins so is a formula to a spreadsheet; the full-width ones are to some. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Text that came from a page must not run in the spreadsheet that a colleague opens: an apostrophe in front
 * makes it text. The same for every cell, since whose text it is can't be told any more here.
 */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a CSV file (RFC 4180) whose cells are text and nothing else. */
export const csvOf = (rows: string[][]): string =>
  BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
