import type { Role } from '../words.ts';

/** Where the value of one label stands. */
export interface Field {
  els: Element[];
  /** The value itself where it shares its element with the label (「有効期限: 2025/05/26」); else null. */
  inline: string | null;
}

/** One thing that a list or a sheet describes: its values by what they are about. */
export interface Rec {
  el: Element;
  fields: Map<Role, Field>;
  extra: { heading: string; field: Field }[];
}

/** A part of the page that was understood as records. */
export interface Found {
  el: Element;
  /** `list` = a row for each record under column headings; `pairs` = label beside value. */
  shape: 'list' | 'pairs';
  /** Role → the heading as the page words it. */
  roles: Map<Role, string>;
  /** Roles that two headings claim with equal right: not guessed. */
  ambiguous: Set<Role>;
  recs: Rec[];
  /** The list itself says that it is empty. */
  emptyNote: boolean;
  /** Rows seen and not understood. */
  unread: Element[];
  /** Rows that hold no text (yet). */
  waiting: number;
  /** Rows out of sight. */
  hidden: Element[];
  /** A column explains the others: a table of words, not of keys. */
  explains: boolean;
  tooLarge: boolean;
}

export const emptyFound = (el: Element, shape: Found['shape']): Found => ({
  el,
  shape,
  roles: new Map(),
  ambiguous: new Set(),
  recs: [],
  emptyNote: false,
  unread: [],
  waiting: 0,
  hidden: [],
  explains: false,
  tooLarge: false,
});
