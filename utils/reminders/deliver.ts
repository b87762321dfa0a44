import { joinChanges } from '../ledger/apply.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Target } from '../model/notice.ts';
import type { Delivery } from '../model/reminder.ts';
import type { Clock, Instant } from '../model/time.ts';
import { failed, leftToOthers, looked, sent, settled, unsettled, withdrawn } from './attempts.ts';
import { claim, type Claimed } from './claim.ts';
import type {
  AskableChannel,
  Channel,
  ChannelPorts,
  Channels,
  Message,
  Outcome,
} from './channels/port.ts';
import { NotSent } from './channels/http.ts';
import { isIt, mayStandSince, thingsOf, type Other, type SaidByOther } from './in-place.ts';
import { NOTIFICATION } from './place.ts';
import { CLAIM_LASTS, SEND_LASTS } from './row-state.ts';
import { saidIn, saysNothing, withoutFuture } from './saying.ts';
import { listening, timeHeard, trueNow, type Listening } from './true-time.ts';

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
  /** Another place that may have said what this one is to say; absent or null = there is none. */
  other?: (ledger: Ledger) => Other | null;
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
    const taken: { claimed: Claimed | null } = { claimed: null };
    const ledger = await port.update((known) => {
      const { change, claimed } = claim(known, trueNow(known, port.clock()), (one) =>
        port.channels.has(one.channel),
      );
      taken.claimed = claimed;
      return change;
    });
    if (taken.claimed === null) return arrived;
    if (await tryOne(port, taken.claimed, ledger)) arrived += 1;
  }
}

/**
 * How an attempt ended; where it was delivered, with the reminders that it said. `found`: it had arrived before;
 * `unsettled`: what was sent before may still be on its way, so nothing was sent; `settled`: it never arrived, and
 * may be sent anew; `withdrawn`: a wrong clock wrote it, so nothing is sent again; `looked`: what another place may
 * have said was looked for, and nothing was sent.
 */
type Ended =
  | Exclude<Outcome, { kind: 'delivered' }>
  | (Extract<Outcome, { kind: 'delivered' }> & { said: string[] })
  | { kind: 'found'; ref: string | null; at: Instant | null }
  | { kind: 'unsettled'; absentAt: Instant }
  | { kind: 'settled' }
  | { kind: 'withdrawn' }
  | { kind: 'looked'; said: SaidByOther[]; absentAt: Instant };

async function tryOne(port: DeliverPort, claimed: Claimed, ledger: Ledger): Promise<boolean> {
  const { delivery } = claimed;
  const channel = port.channels.get(delivery.channel);
  const target =
    delivery.target === NOTIFICATION
      ? OWN
      : ledger.targets.find((one) => one.id === delivery.target);
  const line = listening(port.ports());
  const ended: Ended =
    channel && target
      ? await attempt(port, { channel, target, claimed, ledger, line }).catch(broken)
      : { kind: 'refused', why: 'notHere' };
  const jitter = port.random();
  const limit = channel?.limits.attempts ?? 1;
  const heardAt = line.heardAt();
  await port.update((known) => {
    const heard = timeHeard(known, heardAt);
    // What comes next goes by our clock, even one that is ahead: by the service's it would be due at once.
    const now = Math.max(trueNow(known, port.clock()), heardAt ?? -Infinity);
    const at = { now, sentAt: heardAt ?? now };
    return joinChanges(heard, recordOf(known, claimed, ended, { ...at, jitter, limit }));
  });
  return ended.kind === 'delivered' || ended.kind === 'found';
}

interface Circumstances {
  now: Instant;
  sentAt: Instant;
  jitter: number;
  limit: number;
}

function recordOf(
  ledger: Ledger,
  { delivery, absentAt, triedAt }: Claimed,
  ended: Ended,
  { now, sentAt, jitter, limit }: Circumstances,
): LedgerChange {
  const { id, claimedAt } = delivery;
  if (ended.kind === 'found') {
    // What was said since it stands there was said after it: at the latest it was tried before it was claimed.
    return sent(ledger, id, { now: ended.at ?? Math.min(sentAt, triedAt), ref: ended.ref });
  }
  if (ended.kind === 'delivered') {
    return sent(ledger, id, { now: sentAt, ref: ended.ref, said: ended.said });
  }
  if (ended.kind === 'unsettled') {
    return unsettled(ledger, id, { now, claimedAt, absentAt: ended.absentAt });
  }
  if (ended.kind === 'settled') {
    return isAlsoOfOthers(ledger, delivery)
      ? leftToOthers(ledger, id, claimedAt)
      : settled(ledger, id, { now, claimedAt });
  }
  if (ended.kind === 'withdrawn') return withdrawn(ledger, id, claimedAt);
  if (ended.kind === 'looked') {
    return looked(ledger, id, { now, claimedAt, absentAt: ended.absentAt, said: ended.said });
  }
  // After doubt it is asked anew from the beginning.
  const lookedAt = delivery.doubts === 0 ? absentAt : null;
  return failed(ledger, id, ended, { now, claimedAt, jitter, limit, absentAt: lookedAt });
}

/** Does a row that came from elsewhere speak also of what is not known here: of other shops? */
function isAlsoOfOthers({ reminders }: Ledger, one: Delivery): boolean {
  if (one.elsewhere !== true) return false;
  const known = new Set(reminders.map(({ id }) => id));
  return [...one.reminderIds, ...one.resolvedIds].some((id) => !known.has(id));
}

/** A channel promises not to reject. If it does, nobody knows what left. */
const broken = (): Ended => ({ kind: 'doubtful', why: 'unexpectedAnswer' });

interface Attempt {
  channel: Channel;
  target: Target;
  claimed: Claimed;
  ledger: Ledger;
  line: Listening;
}

/**
 * After doubt a channel that can be asked is asked first, and taken not to have it only when it had nothing
 * twice, so far apart by its own clock that nothing can be on its way any more: ours may have been moved
 * meanwhile. So is it where another place may have said it. Any other, and one that shows too little, is sent to
 * again, marked as such.
 */
async function attempt(port: DeliverPort, by: Attempt): Promise<Ended> {
  const { channel, target, claimed, ledger, line } = by;
  const { delivery, absentAt } = claimed;
  let { ports } = line;
  let again = delivery.doubts > 0;
  if (again && channel.class === 1) {
    const message = port.messageOf(delivery, ledger, false);
    const since = Math.min(delivery.createdAt, claimed.triedAt);
    const found = await channel.find(message, target, line.ports, since);
    if (found.kind === 'found') return found;
    // Not asked, not sent: doubt remains, and the next try asks again.
    if (found.kind === 'unknown') return { kind: 'retry', after: found.after, why: found.why };
    const askedAt = line.heardAt() ?? trueNow(ledger, port.clock());
    if (absentAt === null || askedAt < absentAt + CLAIM_LASTS) {
      return { kind: 'unsettled', absentAt: Math.min(absentAt ?? askedAt, askedAt) };
    }
    if (found.kind === 'absent') return { kind: 'settled' };
  } else if (channel.class === 1) {
    const others = await saidByOthers(port, by, channel);
    if (others.kind !== 'none') return others;
    again = others.outOfSight;
    if (others.looked) ports = atOnce(ports, port.clock);
  }
  const now = line.heardAt() ?? trueNow(ledger, port.clock());
  const told = again ? withoutFuture(ledger, delivery, now) : delivery;
  if (again && saysNothing(ledger, told)) return { kind: 'withdrawn' };
  // Where nobody can tell: said again rather than lost.
  const ended = await channel.send(port.messageOf(told, ledger, again), target, ports);
  return ended.kind === 'delivered' ? { ...ended, said: saidIn(ledger, told, again) } : ended;
}

/** A laptop may sleep between looking and sending, and the other speak meanwhile: then nothing leaves any more. */
function atOnce(ports: ChannelPorts, clock: Clock): ChannelPorts {
  const lookedAt = clock();
  return {
    ...ports,
    fetch: (...given) =>
      clock() - lookedAt > SEND_LASTS
        ? Promise.reject(new NotSent('timeout'))
        : ports.fetch(...given),
  };
}

/** What was looked for is good for so long: the other may be speaking still. */
const FRESH = 5 * CLAIM_LASTS;

/** Looks for what another place may have said of it. `none`: it has said nothing, as far as can be seen. */
async function saidByOthers(
  port: DeliverPort,
  { target, claimed, ledger, line }: Attempt,
  channel: AskableChannel,
): Promise<Ended | { kind: 'none'; looked: boolean; outOfSight: boolean }> {
  const { delivery, absentAt } = claimed;
  const other = port.other?.(ledger) ?? null;
  const things = other === null ? [] : thingsOf(delivery, ledger, other);
  if (other === null || things.length === 0)
    return { kind: 'none', looked: false, outOfSight: false };
  const since = mayStandSince(things, other, trueNow(ledger, port.clock()));
  const names = things.map(({ name }) => name);
  const message = port.messageOf(delivery, ledger, false);
  const seen = await channel.look({ message, names, since }, target, line.ports);
  if (seen.kind === 'unknown') return { kind: 'retry', after: seen.after, why: seen.why };
  const now = line.heardAt() ?? trueNow(ledger, port.clock());
  const said = things.flatMap((thing): SaidByOther[] => {
    const at = seen.found.get(thing.name);
    if (at === undefined || !isIt(thing, at, target.id, ledger)) return [];
    return [{ thing, at: at ?? now }];
  });
  const first = absentAt !== null && absentAt <= now && now - absentAt < FRESH ? absentAt : null;
  if (said.length > 0) return { kind: 'looked', said, absentAt: first ?? now };
  if (first === null || now < first + CLAIM_LASTS)
    return { kind: 'looked', said, absentAt: first ?? now };
  return { kind: 'none', looked: true, outOfSight: seen.outOfSight };
}
