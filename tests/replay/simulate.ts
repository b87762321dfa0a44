import { emptyLedger } from '../../utils/ledger/collections.ts';
import type { Ledger, License } from '../../utils/model/ledger.ts';
import type { Policy, Target } from '../../utils/model/notice.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../utils/model/time.ts';
import { DEFAULT_POLICY } from '../../utils/reminders/policy.ts';
import { faultsOf } from './faults.ts';
import {
  mustBeSaidBy,
  obligationsOf,
  sayingsOf,
  SOLVED_WITHIN,
  whenSaid,
  saidKey,
  type Conditions,
  type KnownLife,
  type Obligation,
} from './judge.ts';
import { randomOf } from './random.ts';
import { aRoom, type Posted, type Said } from './room.ts';
import { wake, type Protection, type Seen, type Sender, type World } from './sender.ts';
import type { StoreMaker } from './stores.ts';
import { emptyTally, type Tally } from './tally.ts';
import { tracedStore, tracedWorld, type Trace } from './trace.ts';
import { keyLives, licenseOf, openHours, outages, type KeyLife, type Span } from './truth.ts';

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
  const span: Span = { from: START, to: START + options.years * 365 * DAY };
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

export interface Evidence {
  lives: KnownLife[];
  posts: Posted[];
  /** What hears everything, and must not miss any of it. */
  targets: readonly string[];
  conditions: (target: string) => Conditions;
  /** A sender that was not told yet that a key is gone may speak of it again; then its end is said again. */
  mayReopen?: boolean;
  /** Could the sender of the second not know of the first? */
  unheard?: (first: Posted, second: Posted) => boolean;
}

export function judge(evidence: Evidence): { tally: Tally; wrong: string[] } {
  const { lives, posts, targets, conditions } = evidence;
  const tally = emptyTally();
  const wrong: string[] = [];
  const said = whenSaid(posts);
  for (const target of targets) {
    const at = conditions(target);
    for (const life of lives) {
      for (const one of [...obligationsOf(life), ...solved(life, target, said)]) {
        const key = saidKey(one.said);
        const times = [
          ...(said.get(`${target} ${key}`) ?? []),
          ...(said.get(`spare ${key}`) ?? []),
        ].map((post) => post.at);
        const by = mustBeSaidBy(one, at);
        const first = Math.min(...times);
        if (first < Infinity) tally.delivered += 1;
        if (first < Infinity || by !== null) tally.due += 1;
        if (by === null) continue;
        tally.bound += 1;
        if (first === Infinity) {
          tally.missed += 1;
          wrong.push(`missed ${target} ${key} by ${new Date(by).toISOString()}`);
        } else if (first > by) {
          tally.late += 1;
          wrong.push(
            `late ${target} ${key} by ${new Date(by).toISOString()}, said ${new Date(first).toISOString()}`,
          );
        }
      }
    }
  }
  const { duplicate, resent, repeatedByClock, repeatedUnheard } = repeats(evidence, said);
  wrong.push(...duplicate);
  tally.duplicate = duplicate.length;
  tally.duplicateDoubtful = resent.size;
  tally.repeatedByClock = repeatedByClock;
  tally.repeatedUnheard = repeatedUnheard;
  tally.lostReplies = posts.filter(({ lost }) => lost).length;
  const ends = new Map(lives.map((life) => [life.id, life.to]));
  for (const post of posts) {
    for (const one of post.said.filter(({ resolved }) => resolved)) {
      if (post.at >= (ends.get(one.subjectId) ?? Infinity)) continue;
      tally.falselySolved += 1;
      wrong.push(`falsely solved ${saidKey(one)} at ${new Date(post.at).toISOString()}`);
    }
  }
  return { tally, wrong };
}

/**
 * What was said more than once. A room can be asked, so it hears nothing twice; any other may hear again, so
 * many times, what its sender could not know that it had heard.
 */
function repeats({ lives, mayReopen, unheard }: Evidence, said: Map<string, Posted[]>) {
  const duplicate: string[] = [];
  // Counted by message, as replies are lost by message.
  const resent = new Set<Posted>();
  let repeatedByClock = 0;
  let repeatedUnheard = 0;
  const begins = new Map(
    lives.flatMap(sayingsOf).map((one) => [saidKey(one.said), one.from] as const),
  );
  for (const [key, all] of said) {
    const begun = begins.get(key.slice(key.indexOf(' ') + 1)) ?? -Infinity;
    let excuses = 0;
    for (const [i, post] of all.entries()) {
      const before = all[i - 1];
      if (!before) continue;
      if (before.lost && !key.startsWith('room ')) excuses += 1;
      // Said before its day by a clock that was ahead: it has to be said again on its day.
      if (before.at < begun && before.clockAhead) repeatedByClock += 1;
      else if (unheard?.(before, post)) repeatedUnheard += 1;
      else if (mayReopen && spokenOf(said, key, before.at, post.at)) continue;
      else if (excuses > 0) {
        excuses -= 1;
        resent.add(post);
      } else {
        const times = [before.at, post.at].map((at) => new Date(at).toISOString());
        duplicate.push(`twice ${key} at ${times.join(' and ')}`);
      }
    }
  }
  return { duplicate, resent, repeatedByClock, repeatedUnheard };
}

/** Was a matter whose end was said spoken of again between two moments? */
function spokenOf(said: Map<string, Posted[]>, key: string, from: Instant, to: Instant): boolean {
  const subject = /^(.*)\|end\|solved$/.exec(key)?.[1];
  if (subject === undefined) return false;
  return [...said].some(
    ([other, posts]) =>
      other !== key &&
      other.startsWith(`${subject}|`) &&
      posts.some(({ at }) => from < at && at < to),
  );
}

/** 解決, where the matter had been said and its key has been replaced. */
function solved(life: KnownLife, target: string, said: Map<string, Posted[]>): Obligation[] {
  if (life.knownTo === Infinity) return [];
  const thresholds = [30, 14, 7, 3, 2, 1, 0, -1];
  const about = { subjectId: life.id, expiresOn: life.endsOn, resolved: false } as const;
  const matters: Said[][] = [
    [
      ...thresholds.map((threshold) => expiring(life, threshold)),
      { ...about, reason: 'expired', threshold: null },
    ],
    [{ ...about, reason: 'update', expiresOn: null, threshold: null }],
  ];
  const heard = (one: Said): boolean =>
    (said.get(`${target} ${saidKey(one)}`) ?? []).some((post) => post.at < life.knownTo);
  return matters
    .filter((matter) => matter.some(heard))
    .flatMap(([first]) => first ?? [])
    .map((one) => ({
      said: solvedOf(one),
      from: life.knownTo,
      to: life.knownTo + SOLVED_WITHIN,
      digest: true,
    }));
}

const expiring = ({ id, endsOn }: KnownLife, threshold: number): Said => ({
  subjectId: id,
  reason: 'expiring',
  expiresOn: endsOn,
  threshold,
  resolved: false,
});

const solvedOf = (one: Said): Said => ({ ...one, resolved: true });
