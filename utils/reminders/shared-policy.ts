import type { Ledger } from '../model/ledger.ts';
import type { Policy } from '../model/notice.ts';
import { ruleBook } from './policy.ts';

/** Does the companion speak for a shop that goes by it? Then all who are paired with it go by the same days and hours. */
export const isShared = (
  { meta, policies }: Pick<Ledger, 'meta' | 'policies'>,
  { id }: Pick<Policy, 'id'>,
): boolean =>
  (meta.companionSpeaksFor ?? []).some((shop) => ruleBook(policies).of(shop).policy.id === id);
