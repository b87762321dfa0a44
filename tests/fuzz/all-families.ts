import { FAMILIES as BLIND } from './families/index.ts';
import type { Family } from './families/family.ts';
import { OWN_FAMILIES } from './own/families.ts';
import type { Pick } from './pick.ts';

/** Most pages are written by families that were made without looking at the reader. */
const BLIND_SHARE = 0.75;

export const pickFamily = (pick: Pick): Family =>
  pick.oneOf(pick.bool(BLIND_SHARE) ? BLIND : OWN_FAMILIES);
