import type { Problem } from '../model/reading.ts';
import type { Look } from './look.ts';
import type { Sections } from './read-sections.ts';
import { problem } from './rows.ts';
import type { Heading } from './sections.ts';
import { labelOf } from './text.ts';
import { saysValues } from './unread-keys.ts';
import { TELLING } from './words.ts';

/** Headings that other pages use too: alone they make no page a known one. */
const COMMON = new Set(['基本情報', '利用情報', 'アプリ情報'].map(labelOf));

/** Is it a page that holds keys, by its heading or address? */
export const isKnownPage = ({ known, url }: Look): boolean =>
  known.some(isTelling) || /^\/apisson\/?$/.test(url?.pathname ?? '');

const isTelling = ({ text }: Heading): boolean => !COMMON.has(labelOf(text));

/**
 * The page should hold keys and nothing of them was read: a known page's heading and a column's word
 * are there (DESIGN §3). null = no alarm. Words that only stand in explaining tables do not count.
 */
export function isUnreadable(look: Look, sections: Sections): Problem | null {
  const { known, loose, helps } = look;
  if (
    sections.licenses.length + sections.events.length + sections.nameless > 0 ||
    sections.emptyNote
  )
    return null;
  if (!isKnownPage(look)) return null;
  if (sections.problems.length > 0) return sections.problems[0] ?? null;
  const label = loose.find(
    ({ role, el, inline }) =>
      TELLING.has(role) &&
      inline === null &&
      !el.closest('a,li,p') &&
      !helps.some((help) => help.el.contains(el)),
  );
  if (!label && !saysValues(look)) return null;
  return problem('noTable', known.find(isTelling)?.text ?? '', label?.text ?? '');
}
