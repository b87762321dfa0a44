import type { LicenseState, Problem, ProblemCode } from '../model/reading.ts';
import { type Shown, shownIn } from './dom/text-of.ts';
import type { Field, Rec } from './grid/found.ts';
import { clean, nameOf, noteOf } from './text.ts';
import { SPOKEN, stateOf } from './values/state.ts';
import { LIMITS } from './limits.ts';
import type { Role } from './words.ts';

const EMPTY: Shown = { text: '', plain: '', bare: '', lines: () => [], alts: [], tooLong: false };

/** What a field shows. */
export function shown(field: Field | undefined): Shown {
  if (!field) return EMPTY;
  if (field.inline === null) return shownIn(field.els);
  const text = clean(field.inline);
  return { ...EMPTY, text, plain: text, bare: text, lines: () => [text] };
}

export const nameIn = (rec: Rec, role: Role): string => nameOf(shown(rec.fields.get(role)).plain);

/** The state of a cell: with icons read by their alternative text, without buttons and links beside it. */
export function stateIn({ plain, bare, alts }: Shown): { state: LicenseState; stateText: string } {
  const iconSays = (word: string): boolean => alts.some((alt) => alt === word);
  let state = stateOf(plain);
  if (state === 'unknown') state = stateOf(bare);
  if (state === 'active' && iconSays('更新あり')) state = 'updateAvailable';
  if (state === 'unknown' && plain === '') state = stateOf(alts.join(''));
  // 「利用中」 and its badge 「更新あり」 are two words on the screen, also where the source has no space.
  const text =
    state === 'updateAvailable' ? plain.replace('利用中更新あり', '利用中 更新あり') : plain;
  const icons = plain === '' ? alts : alts.filter((alt) => alt === '更新あり');
  const said = [text.replace(SPOKEN, ''), ...icons].filter((one) => one !== '');
  return { state, stateText: noteOf(said.join(' ')) };
}

/** A problem of the page or of one row. `text` must be redacted already. */
export const problem = (
  code: ProblemCode,
  where: string,
  text: string,
  row?: { developer: string; app: string; last4: string | null },
): Problem => ({
  code,
  where: where.slice(0, LIMITS.name),
  text: text.slice(0, LIMITS.problemText),
  developer: row?.developer || null,
  app: row?.app || null,
  last4: row?.last4 ?? null,
});

/** Does the text explain rather than state? Values are short and end in no verb. */
export const isProse = (text: string): boolean =>
  /。|(です|ます|ません|ください|こと|もの)$/.test(text) || text.length > 60;
