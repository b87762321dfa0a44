import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Target } from '../model/notice.ts';
import type { Delivery } from '../model/reminder.ts';
import type { Clock } from '../model/time.ts';
import { claim, failed, sent } from './attempts.ts';
import type { Channel, ChannelPorts, Channels, Message, Outcome } from './channels/port.ts';
import { NOTIFICATION } from './place.ts';

/** What delivering needs of the world. */
export interface DeliverPort {
  /** The store's `update`: reads, decides and writes in one transaction. */
  update: (decide: (ledger: Ledger) => LedgerChange) => Promise<Ledger>;
  channels: Channels;
  /** The words of a delivery; `again` = it may have arrived before. */
  messageOf: (delivery: Delivery, ledger: Ledger, again: boolean) => Message;
  /** A fresh one for each attempt: its signal ends the attempt after `SEND_LASTS`. */
  ports: () => ChannelPorts;
  clock: Clock;
  /** From 0 to 1. */
  random: () => number;
}

/** The browser's own target stands in no ledger. */
const OWN: Target = {
  id: NOTIFICATION,
  channel: 'notification',
  name: '',
  config: {},
  secretName: null,
  kinds: [],
  people: [],
  enabled: true,
};

/**
 * Tries every delivery that may be tried now, one after another: claim, send, record. Answers how many
 * arrived. It may be killed at any await: a claim that nobody recorded the end of is taken up again after
 * `CLAIM_LASTS`. A rejection of `update` (the store) ends it; what a channel answers sets the next attempt.
 */
export async function deliverDue(port: DeliverPort): Promise<number> {
  let arrived = 0;
  for (;;) {
    const taken: { delivery: Delivery | null } = { delivery: null };
    const ledger = await port.update((now) => {
      const { change, delivery } = claim(now, port.clock(), (one) =>
        port.channels.has(one.channel),
      );
      taken.delivery = delivery;
      return change;
    });
    if (taken.delivery === null) return arrived;
    if (await tryOne(port, taken.delivery, ledger)) arrived += 1;
  }
}

async function tryOne(port: DeliverPort, delivery: Delivery, ledger: Ledger): Promise<boolean> {
  const channel = port.channels.get(delivery.channel);
  const target =
    delivery.target === NOTIFICATION
      ? OWN
      : ledger.targets.find((one) => one.id === delivery.target);
  const outcome: Outcome =
    channel && target
      ? await attempt(port, { channel, target, delivery, ledger }).catch(broken)
      : { kind: 'refused', why: 'notHere' };
  const { id, claimedAt } = delivery;
  if (outcome.kind === 'delivered') {
    await port.update((now) => sent(now, id, { now: port.clock(), ref: outcome.ref }));
    return true;
  }
  const limit = channel?.limits.attempts ?? 1;
  const tried = { claimedAt, jitter: port.random(), limit };
  await port.update((now) => failed(now, id, outcome, { ...tried, now: port.clock() }));
  return false;
}

/** A channel promises not to reject. If it does, nobody knows what left. */
const broken = (): Outcome => ({ kind: 'doubtful', why: 'unexpectedAnswer' });

interface Attempt {
  channel: Channel;
  target: Target;
  delivery: Delivery;
  ledger: Ledger;
}

/** After doubt a channel that can be asked is asked first; any other is sent to again, marked as such. */
async function attempt(
  port: DeliverPort,
  { channel, target, delivery, ledger }: Attempt,
): Promise<Outcome> {
  const doubt = delivery.doubts > 0;
  const message = port.messageOf(delivery, ledger, doubt && channel.class === 2);
  if (doubt && channel.class === 1) {
    const found = await channel.find(message, target, port.ports());
    if (found.kind === 'found') return { kind: 'delivered', ref: found.ref };
    // Not asked, not sent: doubt remains, and the next try asks again.
    if (found.kind === 'unknown') return { kind: 'retry', after: found.after, why: found.why };
  }
  return channel.send(message, target, port.ports());
}
