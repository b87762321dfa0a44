/** One bug as somebody could make it: a piece of the reader's source and what stands there instead. */
export interface Bug {
  name: string;
  /** Below utils/rms/. */
  file: string;
  /** Stands there exactly once. */
  find: string;
  replace: string;
}

const bug = (name: string, file: string, find: string, replace: string): Bug => ({
  name,
  file,
  find,
  replace,
});

export const BUGS: readonly Bug[] = [
  bug(
    'day and month change places',
    'values/date.ts',
    'take(m, Number(m[1]), Number(m[3]), Number(m[4]));',
    'take(m, Number(m[1]), Number(m[4]), Number(m[3]));',
  ),
  bug('令和 begins a year later', 'values/date.ts', 'REIWA_BASE = 2018', 'REIWA_BASE = 2019'),
  bug(
    'words that are no date are no date given',
    'values/date.ts',
    'if (!first) return BAD;',
    "if (!first) return { kind: 'none' };",
  ),
  bug(
    'the first four characters of a whole key',
    'values/last4.ts',
    'text.slice(-4)',
    'text.slice(0, 4)',
  ),
  bug(
    'an offered update is forgotten',
    'values/state.ts',
    "['利用中更新あり', 'updateAvailable']",
    "['利用中更新あり', 'active']",
  ),
  bug('stopped is expired', 'values/state.ts', "['停止中', 'stopped']", "['停止中', 'expired']"),
  bug(
    'any heading that sounds like it is as good as the word',
    'words.ts',
    'rank: UNLIKELY }',
    'rank: 0 }',
  ),
  bug(
    'the unlikeliest heading wins',
    'grid/header.ts',
    'Math.min(...pool.map',
    'Math.max(...pool.map',
  ),
  bug('colspan counts as one', 'grid/grid.ts', 'x < at + wide && x', 'x < at + 1 && x'),
  bug(
    'rowspan ends with its own row',
    'grid/grid.ts',
    'one && one.left > 1 ?',
    'one && one.left > 1e9 ?',
  ),
  bug(
    'hidden rows are rows',
    'grid/html-table.ts',
    'if (isHidden(row) || (group !== null && group !== table && isGroupHidden(group)))',
    'if (row.cells.length === 0)',
  ),
  bug(
    'a list that says that it is empty is unreadable',
    'grid/records.ts',
    'if (EMPTY_NOTE.test(text)) found.emptyNote = true;',
    '',
  ),
  bug(
    'rows to come are not waited for',
    'grid/records.ts',
    "if (row.el.getAttribute('aria-hidden') !== 'true') found.waiting += 1;",
    '',
  ),
  bug('a filtered list is whole', 'coverage.ts', '!isFiltered(root, section, rows) &&', ''),
  bug('a page of a list is the list', 'coverage.ts', '!isPaged(root, section) &&', ''),
  bug(
    'two shops: the first is chosen',
    'shop.ts',
    'return values.length === 1 ? (values[0] ?? null) : null;',
    'return values[0] ?? null;',
  ),
  bug("the shop's own app is a vendor's", 'licenses.ts', "    ? 'shop'\n", "    ? 'vendor'\n"),
  bug(
    'an impossible date is no date',
    'licenses.ts',
    "if (on.kind === 'bad')\n      return lose(",
    "if (on.kind === ('never' as string))\n      return lose(",
  ),
  bug(
    'hidden words are read',
    'dom/text-of.ts',
    'if (isNoText(element) || (element !== root && isHidden(element))) return;',
    'if (isNoText(element)) return;',
  ),
  bug(
    'our own marks are read',
    'dom/visible.ts',
    'NEVER.has(element.tagName) || element.hasAttribute(OWN);',
    'NEVER.has(element.tagName);',
  ),
  bug(
    'a copy of the list doubles every key',
    'repeats.ts',
    'if (agree || first.last4 === null) out.rows.push(first);',
    'out.rows.push(first, ...more);',
  ),
  bug(
    'characters without width count',
    'text.ts',
    ".normalize('NFKC').replace(INVISIBLE, '')",
    ".normalize('NFKC')",
  ),
  bug('full-width characters stay', 'text.ts', "text.normalize('NFKC').replace", 'text.replace'),
  bug(
    'the day of an event grant is lost',
    'events.ts',
    "on.kind === 'date' ? on.on : null",
    "on.kind === 'bad' ? on : null",
  ),
  bug(
    'cards run into each other',
    'grid/cards.ts',
    'texts.has(text) || isOtherCard(group, pair)',
    'isOtherCard(group, pair)',
  ),
];
