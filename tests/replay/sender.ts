import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { Target } from '../../utils/model/notice.ts';
import type { Delivery, Reminder } from '../../utils/model/reminder.ts';
import { HOUR, MINUTE, type Instant } from '../../utils/model/time.ts';
import { joinChanges, applyChange, isEmpty } from '../../utils/ledger/apply.ts';
import { emptyLedger } from '../../utils/ledger/collections.ts';
import { nextWake } from '../../utils/reminders/alarm.ts';
import type {
  AskableChannel,
  Channel,
  ChannelPorts,
  Message,
  MuteChannel,
} from '../../utils/reminders/channels/port.ts';
import { deliverDue } from '../../utils/reminders/deliver.ts';
import { planChange } from '../../utils/reminders/outbox.ts';
import type { Place } from '../../utils/reminders/place.ts';
import { sayingOf } from '../../utils/reminders/saying.ts';
import { trueNow } from '../../utils/reminders/true-time.ts';
import type { Fault, Faults, Point } from './faults.ts';
import { aLife, type Life } from './life.ts';
import type { Random } from './random.ts';
import type { Posted, Room } from './room.ts';
import type { ReplayStore } from './stores.ts';

/** The world as one sender meets it. Times are true ones; its own clock may be off. */
export interface World {
  now: Instant;
  room: Room;
  faults: Faults;
  random: Random;
  /** Something went wrong, for the judge; with one target, or (null) with the sender itself. */
  disturbed: (at: Instant, target: string | null) => void;
  /** Lets so much time pass, in which what does not sleep goes on. */
  sleep: (ms: number) => Promise<void>;
  /** Is that target out of order now? */
  isDown: (target: string, now: Instant) => boolean;
  /** What the last attempt brought there, if its sender heard so. */
  arrived: Posted | null;
  /** Protections that are switched off, to see that the judge finds what follows. */
  without: ReadonlySet<Protection>;
}

/** What keeps notices from being lost or doubled; each can be switched off, to see that the judge notices. */
export const PROTECTIONS = [
  'claim',
  'ask',
  'settleTime',
  'retry',
  'unique',
  'undone',
  'timeSeen',
] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** What was read on a page, as it changes the ledger at the time that it is. */
export type Seen = (ledger: Ledger, at: Instant) => LedgerChange;

export interface Sender {
  store: ReplayStore;
  /** ms by which its clock is ahead. */
  clockOff: number;
  /** Facts that were read and are not written yet. */
  unread: Seen[];
  speaks: (ledger: Ledger, now: Instant) => Place['speaks'];
  /** The last ledger of which the plan had nothing to change, and when. */
  planned: { ledger: Ledger; at: Instant } | null;
}

const BASE = {
  grouping: 'digest' as const,
  origins: () => [],
  limits: { length: 10_000, perTarget: null, perSecret: null, attempts: 5 },
};
let ids = 0;

/** Wakes it: facts, plan, deliver; answers in true time when it wants to be woken again. */
export async function wake(sender: Sender, world: World): Promise<Instant> {
  const life = aLife();
  let next = world.now + HOUR;
  const clock = (): Instant => {
    if (sender.clockOff > 0) life.clockAhead = true;
    return world.now + sender.clockOff;
  };
  // As the product's `change`: decide, replan, write both at once.
  const update = (decide: (ledger: Ledger) => LedgerChange, point: Point): Promise<Ledger> =>
    atStore(point, life, sender, world, () =>
      sender.store.update((before) => {
        const made = weakened(decide(before), point, world);
        const after = applyChange(before, made);
        const at = trueNow(after, clock());
        const { planned: last } = sender;
        // The plan is pure: asked again for the same, it would say the same.
        if (last?.ledger === after && last.at === at) return made;
        const known = world.without.has('unique') ? { ...after, deliveries: [] } : after;
        const planned = weakened(planChange(known, at, placeOf(after)), point, world);
        sender.planned = isEmpty(planned) ? { ledger: after, at } : null;
        return joinChanges(made, planned);
      }),
    );
  const channels = channelsFor(sender, life, world);
  const placeOf = (ledger: Ledger): Place => ({
    newId: () => `d${(ids += 1)}`,
    channels,
    speaks: sender.speaks(ledger, trueNow(ledger, clock())),
  });
  const run = async (): Promise<void> => {
    const facts = [...sender.unread];
    await update((ledger) => {
      const at = trueNow(ledger, clock());
      return facts.reduce<LedgerChange>(
        (made, seen) => joinChanges(made, seen(applyChange(ledger, made), at)),
        {},
      );
    }, 'plan');
    sender.unread = sender.unread.slice(facts.length);
    const point = { now: 'claim' as Point };
    await deliverDue({
      update: async (decide) => {
        const ledger = await update(decide, point.now);
        point.now = point.now === 'claim' ? 'record' : 'claim';
        return ledger;
      },
      channels,
      messageOf: (delivery, ledger, again) => messageOf(delivery, ledger, again),
      ports: () => ({
        fetch: (asked) => Promise.resolve(answerOf(asked, world.now)),
        clock,
        secret: async () => null,
        signal: new AbortController().signal,
      }),
      clock,
      random: () => world.random.next(),
    });
    const ledger = await sender.store.read();
    const at = trueNow(ledger, clock());
    next = world.now + Math.max(1000, nextWake(ledger, at, placeOf(ledger)) - at);
  };
  await life.live(() => run().catch(() => undefined));
  // A worker that died is started again by the next thing that happens in the browser.
  return life.dead ? world.now + world.random.int(1, 20) * MINUTE : next;
}

/** The change as a sender without some protection would write it. */
function weakened(change: LedgerChange, point: Point, { without }: World): LedgerChange {
  if (without.size === 0) return change;
  const { deliveries = [], reminders = [], meta } = change;
  return {
    ...change,
    ...(meta && without.has('timeSeen') && { meta: emptyLedger().meta }),
    reminders: without.has('undone')
      ? reminders.filter((one) => one.endedBy !== 'clock')
      : reminders,
    deliveries: deliveries.flatMap((one) => {
      if (without.has('claim') && one.state === 'claimed') return [];
      // As though it had been asked long ago: the first look is enough.
      if (without.has('settleTime') && one.state === 'doubtful') return [{ ...one, absentAt: 0 }];
      const lost =
        without.has('retry') && point === 'record' && one.state === 'pending' && one.attempts > 0;
      return [lost ? { ...one, state: 'cancelled' as const } : one];
    }),
  };
}

async function atStore(
  point: Point,
  life: Life,
  sender: Sender,
  world: World,
  write: () => Promise<Ledger>,
): Promise<Ledger> {
  if (life.dead) return life.kill();
  const fault = world.faults.draw(point);
  if (fault) world.disturbed(world.now, null);
  if (fault === 'killBefore' || fault === 'storage') {
    // It arrived, and nobody will ever have written so.
    if (point === 'record' && world.arrived) world.arrived.lost = true;
  }
  if (fault === 'killBefore') return life.kill();
  if (fault === 'storage') throw new Error('the disk is full');
  await disturbTime(fault, sender, world);
  const ledger = await write();
  return fault === 'killAfter' ? life.kill() : ledger;
}

/** A laptop that sleeps at this await, or a clock that somebody sets. */
export async function disturbTime(
  fault: Fault | null,
  sender: Pick<Sender, 'clockOff'>,
  world: World,
): Promise<void> {
  const { random } = world;
  if (fault === 'sleep') await world.sleep(random.int(1, 30) * HOUR);
  if (fault === 'back') sender.clockOff = -random.pick([10 * MINUTE, 5 * HOUR, 60 * HOUR]);
  if (fault === 'ahead') sender.clockOff = random.pick([10 * MINUTE, 5 * HOUR, 60 * HOUR]);
}

/** Whom it concerns: a target, or the sender itself (null) and with it all of them. */
const concerns = (fault: Fault, target: string): string | null =>
  ['killBefore', 'killAfter', 'sleep', 'back', 'ahead'].includes(fault) ? null : target;

export type SaidMessage = Message & Pick<Posted, 'said' | 'names'>;

/** A message that says what it is about in the world's own terms. */
export function messageOf(delivery: Delivery, ledger: Ledger, again: boolean): SaidMessage {
  const { standing, over } = sayingOf(delivery, ledger.reminders);
  const said = (reminders: Reminder[], resolved: boolean): Posted['said'] =>
    reminders.map(({ subjectId, reason, expiresOn, threshold }) => ({
      subjectId,
      reason,
      expiresOn,
      threshold,
      resolved,
    }));
  return {
    deliveryId: delivery.id,
    ref: delivery.id,
    kind: 'expiry',
    subject: '',
    lines: [],
    links: [],
    thread: null,
    dueOn: null,
    again,
    lang: 'ja',
    said: [...said(standing, false), ...said(over, true)],
    names: [],
  };
}

/** What leaves for a service; nothing has come back of it yet. */
const REQUEST = 'https://room.invalid/';
/** What a service in good order answers: its clock is right. */
export const answerOf = (asked: unknown, now: Instant): Response =>
  new Response(null, asked === REQUEST ? {} : { headers: { date: new Date(now).toUTCString() } });

/** The rooms as channels: class 1 can be asked for what stands there, class 2 cannot. */
export function channelsFor(
  sender: Pick<Sender, 'clockOff'>,
  life: Life,
  world: World,
): Map<Channel['id'], Channel> {
  const send: Channel['send'] = async (message, target, ports) => {
    if (life.dead) return life.kill();
    const { said, names } = message as SaidMessage;
    const post = (lost: boolean, delay = 0): Posted => {
      const posted: Posted = {
        deliveryId: message.deliveryId,
        names,
        target: target.id,
        at: world.now + delay,
        clockAhead: life.clockAhead,
        lost,
        said,
      };
      world.room.posts.push(posted);
      return posted;
    };
    world.arrived = null;
    const fault = world.faults.draw('send');
    if (fault) world.disturbed(world.now, concerns(fault, target.id));
    if (fault === 'killBefore') return life.kill();
    await disturbTime(fault, sender, world);
    if (world.isDown(target.id, world.now) || fault === 'fails')
      return { kind: 'retry', after: null, why: 'serverError' };
    const leaves = await ports.fetch(REQUEST).catch(() => null);
    if (leaves === null) return { kind: 'retry', after: null, why: 'timeout' };
    // Every answer says what time it is.
    const answered = (): Promise<Response> => ports.fetch('');
    if (fault === 'rateLimited' || fault === 'refuses') await answered();
    if (fault === 'rateLimited') return { kind: 'retry', after: 5 * MINUTE, why: 'rateLimited' };
    if (fault === 'refuses') return { kind: 'refused', why: 'wrongSecret' };
    world.now += 1000;
    if (fault === 'lostRequest') return { kind: 'doubtful', why: 'timeout' };
    const delay = fault === 'late' ? world.random.int(1, 60) * 1000 : 0;
    const isLost = fault === 'killAfter' || fault === 'lostReply' || fault === 'late';
    const posted = post(isLost, delay);
    if (fault === 'killAfter') return life.kill();
    if (isLost) return { kind: 'doubtful', why: 'timeout' };
    world.arrived = posted;
    await answered();
    return { kind: 'delivered', ref: message.deliveryId };
  };
  /** null = it cannot be asked now. */
  const asked = async (target: Target, ports: ChannelPorts): Promise<true | null> => {
    if (life.dead) return life.kill();
    world.arrived = null;
    const fault = world.faults.draw('find');
    if (fault) world.disturbed(world.now, concerns(fault, target.id));
    if (fault === 'killBefore' || fault === 'killAfter') return life.kill();
    await disturbTime(fault, sender, world);
    const unknown = fault !== null && !['sleep', 'back', 'ahead'].includes(fault);
    if (unknown || world.isDown(target.id, world.now)) return null;
    await ports.fetch('');
    return true;
  };
  const cannot = { kind: 'unknown', after: null, why: 'serverError' } as const;
  const find: AskableChannel['find'] = async ({ deliveryId }, target, ports) => {
    if ((await asked(target, ports)) === null) return cannot;
    const at = world.room.seen(deliveryId, target.id, world.now);
    return at === null ? { kind: 'absent' } : { kind: 'found', ref: deliveryId, at };
  };
  const look: AskableChannel['look'] = async ({ names }, target, ports) => {
    if ((await asked(target, ports)) === null) return cannot;
    const found = names.flatMap((name): [string, Instant][] => {
      const at = world.room.seen(name, target.id, world.now);
      return at === null ? [] : [[name, at]];
    });
    return { kind: 'looked', found: new Map(found), outOfSight: false };
  };
  const room: AskableChannel = {
    ...BASE,
    id: 'chatwork',
    class: 1,
    send,
    testSend: send,
    find,
    look,
  };
  const hook: MuteChannel = { ...BASE, id: 'slack', class: 2, send, testSend: send };
  const blind: MuteChannel = { ...BASE, id: 'chatwork', class: 2, send, testSend: send };
  return new Map<Channel['id'], Channel>([
    ['chatwork', world.without.has('ask') ? blind : room],
    ['slack', hook],
  ]);
}
