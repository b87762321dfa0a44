import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import { MINUTE } from '../../utils/model/time.ts';
import type {
  Channel,
  ChannelPorts,
  Channels,
  Outcome,
} from '../../utils/reminders/channels/port.ts';
import { deliverDue } from '../../utils/reminders/deliver.ts';
import { messageOf } from '../../utils/reminders/message.ts';
import { SEND_LASTS } from '../../utils/reminders/row-state.ts';
import type { Deps } from '../types.ts';
import { browserInPlace, mayBeSaid } from './after-absence.ts';
import { apart } from './apart.ts';
import { absences, silentUntil } from './away.ts';
import { withPlan } from './plan-shops.ts';
import { openSecret } from '../seal/secrets.ts';

const EVERY = { every: true } as const;
/** What may not leave yet (out of office hours, while this process was down) is looked at again then. */
const LATER = 5 * MINUTE;

/**
 * Says what is due in one shop, by the code of the browser: claim, send, record. Gives how many arrived; none
 * while it has just been away.
 */
export async function tellShop(deps: Deps, shopId: string): Promise<number> {
  const { store, clock, speaking } = deps;
  const now = clock();
  const absent = await absences(deps);
  const silent = Math.max(...absent.map(silentUntil));
  if (now < silent) {
    await store.deferRows(shopId, now, silent);
    return 0;
  }
  const update = async (decide: (ledger: Ledger) => LedgerChange): Promise<Ledger> => {
    const done = await store.update(EVERY, shopId, (ledger) =>
      withPlan(deps, ledger, decide(ledger)),
    );
    if (done === 'unknown') throw new ShopGone();
    return done.record.ledger;
  };
  try {
    const { t, lang, channels, random } = speaking;
    return await deliverDue({
      update,
      channels: counted(deps),
      messageOf: (delivery, ledger, again) => {
        const isAskable = channels.get(delivery.channel)?.class === 1;
        return messageOf(delivery, ledger, {
          now: clock(),
          t,
          lang,
          again: again || (!isAskable && mayBeSaid(ledger, delivery, absent)),
          standsIn: false,
          named: isAskable,
        });
      },
      ports: () => portsFor(deps, shopId),
      clock,
      random,
      other: () => browserInPlace(absent),
    });
  } catch (error) {
    if (error instanceof ShopGone) return 0;
    throw error;
  } finally {
    await store.deferRows(shopId, now, clock() + LATER);
  }
}

/** Says what is due in the shop of that row; nothing where the row is done. */
export async function tellRow(deps: Deps, rowId: string): Promise<void> {
  const shopId = await deps.store.shopOfRow(rowId);
  if (shopId !== null) await apart(deps, { shopId, step: 'tell' }, () => tellShop(deps, shopId));
}

/** Two records of one shop became one meanwhile: its rows stand there. */
class ShopGone extends Error {}

/** What one attempt gets of the world. */
export const portsFor = (deps: Deps, shopId: string): ChannelPorts => ({
  fetch: deps.speaking.fetch,
  clock: deps.clock,
  secret: (name) => openSecret(deps, shopId, name),
  signal: AbortSignal.timeout(SEND_LASTS),
});

/** The same channels; what came of each attempt is counted and logged, without a word of it. */
function counted({ speaking: { channels }, metrics, log }: Deps): Channels {
  const noted = async (id: string, sending: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await sending;
    metrics.count('kagiban_deliveries_total', { channel: id, outcome: outcome.kind });
    const why = outcome.kind === 'delivered' ? null : outcome.why;
    log(why === null ? 'info' : 'warn', 'delivery', { channel: id, outcome: outcome.kind, why });
    return outcome;
  };
  return new Map(
    [...channels].map(([id, channel]): [typeof id, Channel] => [
      id,
      { ...channel, send: (...given) => noted(id, channel.send(...given)) },
    ]),
  );
}
