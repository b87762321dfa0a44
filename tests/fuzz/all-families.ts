import { FAMILIES as BLIND, HARD_FAMILIES } from './families/index.ts';
import type { Family } from './families/family.ts';
import { otherFamily } from './other-pages.ts';
import { OWN_FAMILIES } from './own/families.ts';
import type { Pick } from './pick.ts';

/** Most pages are written by families that were made without looking at the reader. */
const BLIND_SHARE = 0.65;
/** Ways that a person reads and nobody expects of RMS. */
const HARD_SHARE = 0.08;
/** Pages without any key. */
const OTHER_SHARE = 0.07;

export function pickFamily(pick: Pick): Family {
  if (pick.bool(BLIND_SHARE)) return pick.oneOf(BLIND);
  const turn = pick.int(1, 100) / 100;
  const rest = 1 - BLIND_SHARE;
  if (turn <= HARD_SHARE / rest) return pick.oneOf(HARD_FAMILIES);
  return turn <= (HARD_SHARE + OTHER_SHARE) / rest ? otherFamily : pick.oneOf(OWN_FAMILIES);
}
