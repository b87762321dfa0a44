import { readingAnswerSchema } from '../model/companion-shared.schema.ts';
import { errorCodeOf } from '../model/errors.ts';
import type { Ledger } from '../model/ledger.ts';
import { asMissed } from '../reminders/speaker.ts';
import { localShop, type SharedShop } from './aliases.ts';
import { hearOfShops } from './hear.ts';
import type { SharePort } from './port.ts';
import { unlessRefused } from './refused.ts';
import { shareShop } from './share-shop.ts';
import { datedByNow, inOrder } from './unsent.ts';

/**
 * Meets the companion: what was read here since, a heartbeat, then what colleagues read. Broken off at any
 * moment it is taken up at the next meeting. `adopted` holds what both sides had of each shop then.
 * Gives the shops of the pairing.
 */
export async function shareAll(
  port: SharePort,
  adopted: Map<string, string>,
): Promise<SharedShop[]> {
  try {
    await sendReadings(port);
    const { unsent } = await port.read();
    const shops = await hearOfShops(port, unsent.length === 0);
    for (const shop of shops) {
      if (adopted.get(shop.id) === stateOf(shop, await port.read())) continue;
      await shareShop(port, shop);
      adopted.set(shop.id, stateOf(shop, await port.read()));
    }
    return shops;
  } catch (error) {
    if (errorCodeOf(error) === 'companionUnreachable') await noteSilence(port);
    throw error;
  }
}

/** What is there and what is here to be shared: where neither changed, there is nothing to meet about. */
function stateOf(shop: SharedShop, ledger: Ledger): string {
  const { bindings, placements, renewals, keyTests, deliveries } = ledger;
  const here = localShop(ledger, shop)?.id;
  const ofShop = [...bindings, ...renewals].filter(({ shopId }) => shopId === here);
  const arrived = deliveries.filter(({ state }) => state === 'sent').length;
  const counts = [keyTests.length, deliveries.length, arrived];
  return JSON.stringify([shop.revision, ofShop, placements, counts]);
}

/** It was asked in vain: when that goes on, this browser speaks in its place (`speaker.ts`). */
const noteSilence = ({ change }: Pick<SharePort, 'change'>): Promise<unknown> =>
  change(({ meta }, at) =>
    meta.companionHeardAt === undefined ? {} : { meta: asMissed(meta, at) },
  );

/** In the order in which they were read. What the companion refuses for good is not kept for ever. */
async function sendReadings({ ask, read, change, now }: SharePort): Promise<void> {
  const known = await read();
  const isAhead = known.unsent.some(({ reading }) => reading.at > now());
  const { unsent } = isAhead ? await change(datedByNow) : known;
  // One for all of them: a clock that is set meanwhile must not change their order.
  const sentAt = now();
  for (const { id, reading } of inOrder(unsent)) {
    const body = { id, shopId: null, sentAt, reading };
    await unlessRefused(ask({ method: 'POST', path: '/v1/readings', body }, readingAnswerSchema));
    await change(() => ({ remove: { unsent: [id] } }));
  }
}
