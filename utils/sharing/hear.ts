import { heartbeatAnswerSchema } from '../model/companion-notices.schema.ts';
import { shopsAnswerSchema } from '../model/companion-shared.schema.ts';
import type { Instant } from '../model/time.ts';
import { asMissed } from '../reminders/speaker.ts';
import { localShop, type SharedShop } from './aliases.ts';
import type { SharePort } from './port.ts';

/**
 * Is it alive, which shops does the pairing reach, and for which of them does it speak? `allSent`: it is told that
 * all that was read here is there by now.
 */
export async function hearOfShops(
  port: Pick<SharePort, 'ask' | 'change'>,
  allSent = false,
): Promise<SharedShop[]> {
  const { ask } = port;
  const path = allSent ? '/v1/heartbeat?sent=all' : '/v1/heartbeat';
  const { speaks, at } = await ask({ method: 'GET', path }, heartbeatAnswerSchema);
  const { shops } = await ask({ method: 'GET', path: '/v1/shops' }, shopsAnswerSchema);
  await hear(port, speaks ? at : null, shops);
  return shops;
}

/**
 * While the companion speaks for a shop, this browser does not (`speaker.ts`). `aliveAt`: by its own clock, as ours
 * may be ahead, and it would count as heard for longer than it was; null = it does not look.
 */
async function hear(
  { change }: Pick<SharePort, 'change'>,
  aliveAt: Instant | null,
  shops: readonly SharedShop[],
): Promise<void> {
  await change((ledger, at) => {
    const { meta } = ledger;
    if (meta.companionHeardAt === undefined) return {};
    // A shop that is new here takes the companion's id (`adopt.ts`).
    const companionSpeaksFor = shops
      .filter(({ speaks }) => speaks)
      .map((shop) => localShop(ledger, shop)?.id ?? shop.id);
    if (aliveAt === null) return { meta: { ...asMissed(meta, at), companionSpeaksFor } };
    const { companionMissed: _over, ...heard } = meta;
    return { meta: { ...heard, companionHeardAt: Math.min(at, aliveAt), companionSpeaksFor } };
  });
}
