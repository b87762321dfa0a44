import { proposedRuns, openRuns, type RunView } from '../utils/overview/runs.ts';
import type { License } from '../utils/model/ledger.ts';
import type { ShopView } from '../utils/overview/types.ts';
import type { Known } from './useLedger.ts';
import type { StatusState } from './useStatus.ts';

export interface Runs {
  /** In the order of one sitting. */
  open: RunView[];
  proposed: License[];
}

/** The runs of one shop, or of all, as they stand with the keys carried now. */
export function runsOf(known: Known, shop: ShopView | undefined, { status }: StatusState): Runs {
  const carried = new Set(
    (status?.carried ?? []).flatMap(({ licenseId }) => (licenseId === null ? [] : [licenseId])),
  );
  const { ledger, now } = known;
  const here = ({ shopId }: { shopId: string }): boolean => !shop || shopId === shop.id;
  return {
    open: openRuns({ ledger, now, carried }).filter(({ run }) => here(run)),
    proposed: proposedRuns(ledger, now).filter(here),
  };
}
