import { emptyLedger } from '../../utils/ledger/collections.ts';
import type { Ledger, License } from '../../utils/model/ledger.ts';
import type { Policy, Target } from '../../utils/model/notice.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../utils/model/time.ts';
import { DEFAULT_POLICY } from '../../utils/reminders/policy.ts';
import { faultsOf } from './faults.ts';
import type { Conditions, KnownLife } from './judge.ts';
import { randomOf } from './random.ts';
import { aRoom } from './room.ts';
import { wake, type Protection, type Seen, type Sender, type World } from './sender.ts';
import type { StoreMaker } from './stores.ts';
import type { Tally } from './tally.ts';
import { tracedStore, tracedWorld, type Trace } from './trace.ts';
import { keyLives, licenseOf, openHours, outages, type KeyLife, type Span } from './truth.ts';
import { judge } from './verdict.ts';

export interface Options {
  shops: number;
  years: number;
  seed: number;
  store: StoreMaker;
  /** 1 = as usual; 0 = nothing goes wrong. */
  faultScale: number;
  /** How many browsers speak on the same rooms without knowing of each other. */
  speakers: number;
  without: ReadonlySet<Protection>;
  /** Sees what happens, for a person who looks for a cause; absent = nobody looks. */
  trace?: Trace;
}

export const START = Date.parse('2026-12-01T00:00:00+09:00');

/** The years that are judged. They are played on for a while: what they owed may be said late, which is no miss. */
export const judged = (years: number): Span => ({ from: START, to: START + years * 365 * DAY });
export const playedOn = ({ from, to }: Span): Span => ({ from, to: to + 14 * DAY });

export const target = (id: string, channel: Target['channel']): Target => ({
  id,
  channel,
  name: id,
  config: {},
  secretName: null,
  kinds: ['expiry', 'approval', 'test', 'trouble'],
  people: [],
  enabled: true,
});

const POLICY: Policy = {
  ...DEFAULT_POLICY,
  routes: (['expiry', 'approval', 'test', 'trouble'] as const).map((kind) => ({
    kind,
    targetIds: ['room', 'hook'],
    fallbackIds: ['spare'],
    escalation: null,
  })),
};

export interface Found {
  tally: Tally;
  /** `await fault` → how often it happened. */
  faults: Map<string, number>;
  /** The first few things that were wrong, for a person to look into. */
  wrong: string[];
}

/** Simulated years of one account: its shops' keys, its browsers, its rooms, and what went wrong. */
export async function simulate(options: Options): Promise<Found> {
  const random = randomOf(options.seed);
  const years = judged(options.years);
  const span = playedOn(years);
  const lives = Array.from({ length: options.shops }, (_, shop) =>
    keyLives(random, shop, span),
  ).flat();
  const open = openHours(random, span);
  const down = new Map([
    ['room', outages(random, span, options.faultScale * 6)],
    ['hook', outages(random, span, options.faultScale * 6)],
    ['spare', outages(random, span, options.faultScale)],
  ]);
  const disturbed: { at: Instant; target: string | null }[] = [];
  const world: World = tracedWorld(options.trace, {
    now: span.from,
    room: aRoom(),
    faults: faultsOf(random, options.faultScale),
    random,
    disturbed: (at, target) => disturbed.push({ at, target }),
    sleep: async (ms) => {
      world.now += ms;
    },
    isDown: (id, now) => (down.get(id) ?? []).some(({ from, to }) => from <= now && now < to),
    arrived: null,
    without: options.without,
  });
  const store = tracedStore(options.trace, world, options.store);
  const senders = await Promise.all(
    Array.from({ length: options.speakers }, () => aSender(store, lives)),
  );
  const { wrongClock, asleep } = await run({
    world,
    senders,
    facts: factsOf(lives, open),
    open,
    span,
  });
  for (const { store } of senders) await store.close?.();
  // What speaks in another's place may be out of order too: then that one goes on trying.
  const conditions = (id: string): Conditions => ({
    open,
    disturbed: disturbed
      .flatMap(({ at, target }) => ([null, 'spare', id].includes(target) ? at : []))
      .sort((a, b) => a - b),
    bad: [...(down.get(id) ?? []), ...wrongClock, ...asleep].toSorted((a, b) => a.from - b.from),
  });
  const found = judge({
    lives: known(lives, open),
    posts: world.room.posts,
    targets: ['room', 'hook'],
    conditions,
    until: years.to,
  });
  const keyDays = options.shops * 3 * options.years * 365;
  return {
    tally: { ...found.tally, keyDays },
    faults: world.faults.counts,
    wrong: found.wrong,
  };
}

async function aSender(make: StoreMaker, lives: KeyLife[]): Promise<Sender> {
  const shopIds = [...new Set(lives.map((life) => life.shopId))];
  const ledger: Ledger = {
    ...emptyLedger(),
    shops: shopIds.map((id) => ({
      id,
      digits: null,
      slug: id,
      name: id,
      identified: true,
      namedByPerson: false,
      firstSeenAt: START,
      lastSeenAt: START,
    })),
    targets: [
      target('room', 'chatwork'),
      target('hook', 'slack'),
      { ...target('spare', 'slack'), enabled: false },
    ],
    policies: [POLICY],
  };
  const store = await make(ledger);
  return { store, clockOff: 0, unread: [], speaks: () => () => true, planned: null };
}

/** When a browser first sees what RMS shows since then. */
const seenFrom = (open: Span[], at: Instant): Instant => {
  const span = open.find(({ to }) => to > at);
  return span ? Math.max(span.from, at) : Infinity;
};

export const known = (lives: KeyLife[], open: Span[]): KnownLife[] =>
  lives.map((life) => {
    const knownTo = seenFrom(open, life.to);
    const updateKnown = life.updateFrom === null ? null : seenFrom(open, life.updateFrom);
    return {
      ...life,
      knownFrom: seenFrom(open, life.from),
      knownTo,
      updateKnown: updateKnown !== null && updateKnown < knownTo ? updateKnown : null,
    };
  });

interface Fact {
  at: Instant;
  change: Seen;
}

/** What the browsers read, and when. Written down with the time that the reader takes it to be. */
function factsOf(lives: KeyLife[], open: Span[]): Fact[] {
  const facts = known(lives, open).flatMap((life): Fact[] => {
    const fact = (when: Instant, over: (at: Instant) => Partial<License>): Fact => ({
      at: when,
      change: (ledger, at) => {
        const before = ledger.licenses.find(({ id }) => id === life.id);
        return { licenses: [licenseOf(life, at, { ...before, lastSeenAt: at, ...over(at) })] };
      },
    });
    const first = fact(life.knownFrom, () => ({}));
    const last = fact(life.knownTo, (at) => ({ goneAt: at }));
    const update = life.updateKnown;
    if (update === null) return [first, last];
    return [first, fact(update, (at) => ({ state: 'updateAvailable', updateSeenSince: at })), last];
  });
  return facts.filter((one) => one.at < Infinity).sort((a, b) => a.at - b.at);
}

interface Running {
  world: World;
  senders: Sender[];
  facts: Fact[];
  open: Span[];
  span: Span;
}

/** Plays the years; answers when a clock was wrong, and when the laptop slept. */
async function run({ world, senders, facts, open, span }: Running) {
  const wrongClock: Span[] = [];
  const asleep: Span[] = [];
  let read = 0;
  for (const hours of open) {
    world.now = Math.max(world.now, hours.from);
    const wakes = senders.map(() => world.now);
    while (world.now < hours.to) {
      const nextFact = facts[read]?.at ?? Infinity;
      const next = Math.max(world.now, Math.min(...wakes, nextFact));
      if (next >= hours.to || next >= span.to) break;
      world.now = next;
      // A clock that was wrong has been set right meanwhile; nothing tells the browser so.
      const off = wrongClock.some((one) => one.from <= world.now && world.now < one.to);
      if (!off) for (const sender of senders) sender.clockOff = 0;
      while ((facts[read]?.at ?? Infinity) <= world.now) {
        const fact = facts[read];
        if (fact) for (const sender of senders) sender.unread.push(fact.change);
        read += 1;
      }
      for (const [i, sender] of senders.entries()) {
        if ((wakes[i] ?? 0) > world.now && sender.unread.length === 0) continue;
        const [before, was] = [world.now, sender.clockOff];
        // Whatever the alarm: now and then somebody opens a page.
        const visit = world.now + world.random.int(30, 240) * MINUTE;
        wakes[i] = Math.min(visit, await wake(sender, world));
        if (sender.clockOff !== was) {
          // Somebody sets it right within a day.
          const until = world.now + world.random.int(1, 24) * HOUR;
          wrongClock.push({ from: before, to: until });
        }
        if (world.now > before + MINUTE) asleep.push({ from: before, to: world.now });
      }
    }
  }
  return { wrongClock, asleep };
}
