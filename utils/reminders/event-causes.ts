import { appKey } from '../ledger/names.ts';
import type { EventGrant } from '../model/ledger.ts';
import { DAY, type Instant } from '../model/time.ts';
import { begunAt, causeOf, type Cause } from './causes.ts';

/** Nobody waits to hear of a grant that has been away for so long. */
const TOLD_FOR_DAYS = 14;

const nameOf = ({ shopId, company, service }: EventGrant): string =>
  `${shopId}\n${appKey(company, service)}`;

/**
 * Grants of システムイベント通知サービス that left the list: what they told a tool may stop. One whose
 * successor stands there (granted anew, on another day) gives no reason.
 */
export function eventCauses(events: EventGrant[], now: Instant): Cause[] {
  const alive = new Set(events.filter(({ goneAt }) => goneAt === null).map(nameOf));
  return events.flatMap((event): Cause[] => {
    const { id, shopId, goneAt } = event;
    if (goneAt === null || alive.has(nameOf(event))) return [];
    const changesAt = goneAt + TOLD_FOR_DAYS * DAY;
    if (now >= changesAt) return [];
    const { steps, since } = begunAt(goneAt, now);
    const subject = { shopId, subjectId: id, reason: 'eventGone', expiresOn: null } as const;
    return [causeOf({ ...subject, steps }, { since, unbroken: true, changesAt })];
  });
}
