import type { EventGrant } from '../model/ledger.ts';
import type { EventRow } from '../model/reading.ts';
import { GONE_AFTER, isNewer, noteOf, type ShopMerging } from './merging.ts';
import { appKey } from './names.ts';

type Named = Pick<EventRow, 'company' | 'service' | 'startedOn'>;

/** A grant that starts on another day is another grant. */
const eventKey = ({ company, service, startedOn }: Named): string =>
  `${appKey(company, service)}\n${startedOn ?? ''}`;

/** Takes the rows of システムイベント通知サービスアクセス許可設定 into the grants of a shop. */
export function mergeEvents(m: ShopMerging): void {
  const ofShop = m.draft.all('events').filter((event) => event.shopId === m.shopId);
  const known = new Map(ofShop.map((event) => [eventKey(event), event]));
  const seen = new Set<string>();
  for (const row of m.reading.events) {
    const key = eventKey(row);
    if (seen.has(key)) continue;
    seen.add(key);
    see(m, known.get(key), row);
  }
  if (!m.eventsComplete || m.again || m.late) return;
  for (const [key, event] of known) {
    const stands = event.goneAt === null && !isNewer(m, event.lastSeenAt);
    if (!seen.has(key) && stands) miss(m, event);
  }
}

function see(m: ShopMerging, was: EventGrant | undefined, row: EventRow): void {
  const { company, service, startedOn, state, stateText } = row;
  const now = { state, stateText, lastSeenAt: m.at, missedReadings: 0, goneAt: null };
  if (was && isNewer(m, was.lastSeenAt)) {
    m.draft.put('events', { ...was, firstSeenAt: Math.min(was.firstSeenAt, m.at) });
    return;
  }
  if (was) {
    m.draft.put('events', { ...was, ...now });
    if (was.state !== state) {
      noteOf(m, m.shopId, 'stateChanged', was.id, { from: was.state, to: state, text: stateText });
    }
    return;
  }
  const id = m.newId();
  const first = { id, shopId: m.shopId, company, service, startedOn, firstSeenAt: m.at };
  m.draft.put('events', { ...first, ...now });
  noteOf(m, m.shopId, 'eventNew', id, { company, service, startedOn, state });
}

function miss(m: ShopMerging, event: EventGrant): void {
  const missedReadings = event.missedReadings + 1;
  const gone = missedReadings >= GONE_AFTER;
  m.draft.put('events', { ...event, missedReadings, goneAt: gone ? m.at : null });
  if (gone) {
    noteOf(m, m.shopId, 'eventGone', event.id, {
      company: event.company,
      service: event.service,
      completeReadings: missedReadings,
    });
  }
}
