/** Markup that is safe to put into a page as it stands. */
export interface Html {
  readonly markup: string;
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

function isList(piece: Piece): piece is readonly Piece[] {
  return Array.isArray(piece);
}

function markupOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (isList(piece)) return piece.map(markupOf).join('');
  if (typeof piece === 'object') return piece.markup;
  return escapeHtml(String(piece));
}

/** A template whose every value is escaped, unless it is itself `Html`: a shop's name is whatever a test plants. */
export function html(parts: TemplateStringsArray, ...values: Piece[]): Html {
  const markup = parts.map((part, i) => part + markupOf(values[i])).join('');
  return { markup };
}

/** Markup written by hand elsewhere (a style sheet, a script). Never for planted text. */
export const raw = (markup: string): Html => ({ markup });

/** A value for a `<script>`: JSON that cannot end the script. */
export const scriptJson = (value: unknown): Html =>
  raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
