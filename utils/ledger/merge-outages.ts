import type { Ledger } from '../model/ledger.ts';
import type { Outage } from '../model/functions.ts';
import { DAY, type Instant } from '../model/time.ts';
import type { Merging } from './merging.ts';

/** A notice that says of no end is believed for so long after it was read. */
const BELIEVED_FOR = DAY;

/** Keeps the newest outage that a page tells of. */
export function mergeOutages(m: Merging): void {
  const [newest] = [...(m.reading.outages ?? [])]
    .filter(({ from }) => from <= m.at)
    .sort((a, b) => b.from - a.from);
  if (!newest) return;
  const meta = m.draft.meta();
  if (meta.outage && meta.outage.from > newest.from) return;
  m.draft.setMeta({ ...meta, outage: { ...newest, seenAt: m.at } });
}

/** The outage that RMS itself tells of and that goes on at that moment; null = none, as far as read. */
export function outageAt({ meta }: Pick<Ledger, 'meta'>, now: Instant): Outage | null {
  const { outage } = meta;
  if (!outage || outage.from > now) return null;
  return now <= (outage.to ?? outage.seenAt + BELIEVED_FOR) ? outage : null;
}
