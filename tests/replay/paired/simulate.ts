import type { Ledger } from '../../../utils/model/ledger.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import { DEFAULT_POLICY } from '../../../utils/reminders/policy.ts';
import { faultsOf } from '../faults.ts';
import { randomOf, type Random } from '../random.ts';
import { aRoom } from '../room.ts';
import type { World } from '../sender.ts';
import { judged, known, playedOn, target, type Found } from '../simulate.ts';
import { tracedWorld, traceEnd, type Trace } from '../trace.ts';
import { keyLives, openHours, outages, type Span } from '../truth.ts';
import { judge } from '../verdict.ts';
import { aPairedBrowser, type PairedBrowser, type PairedProtection } from './browser.ts';
import { aSpeaker, type Speaker } from './companion.ts';
import { nextOpen, readingOf, visitsOf, type PairedLife } from './visits.ts';

export interface PairedOptions {
  shops: number;
  years: number;
  seed: number;
  /** 1 = as usual; 0 = nothing goes wrong but that the companion dies. */
  faultScale: number;
  /** How often a year the companion is dead for days. */
  deaths: number;
  /** Is the clock of the companion set too? */
  companionClock?: boolean;
  without: ReadonlySet<PairedProtection>;
  /** Sees what happens, for a person who looks for a cause; absent = nobody looks. */
  trace?: Trace;
}

/** So long without a heartbeat, and the browser speaks (DESIGN §5); told to the judge in its own words. */
const LOST = 24 * HOUR;
/** What befalls browsers only: a server does not sleep, and mostly its clock is kept right. */
const ofBrowsers = (clocks: boolean): ReadonlySet<string> =>
  new Set(['sleep', ...(clocks ? [] : ['back', 'ahead'])]);

/**
 * Simulated time of two paired browsers and their companion, which has the room and dies for days. The
 * first browser has the room too, and speaks in the companion's place; the second only reads.
 */
export async function simulatePaired(options: PairedOptions): Promise<Found> {
  const random = randomOf(options.seed);
  const years = judged(options.years);
  const span = playedOn(years);
  const lives = Array.from({ length: options.shops }, (_, shop) => keyLives(random, shop, span))
    .flat()
    .map((life, n) => Object.assign(life, { last4: fourOf(n) }));
  const [open, other] = [openHours(random, span), openHours(random, span)];
  const down = outages(random, span, options.faultScale * 6);
  const dead = deathsOf(random, span, options.deaths);
  const disturbed: Instant[] = dead.flatMap(({ from, to }) => [from, to]);
  const faults = faultsOf(random, options.faultScale);
  const who = { isCompanion: false, spared: ofBrowsers(options.companionClock === true) };
  const world: World = tracedWorld(options.trace, {
    now: span.from,
    room: aRoom(),
    faults: {
      counts: faults.counts,
      draw: (point) => {
        const fault = faults.draw(point);
        return who.isCompanion && fault !== null && who.spared.has(fault) ? null : fault;
      },
    },
    random,
    disturbed: (at) => disturbed.push(at),
    sleep: async (ms) => {
      const until = world.now + ms;
      await looking.until(until);
      world.now = Math.max(world.now, until);
    },
    isDown: (_id, now) => within(down, now),
    arrived: null,
    without: new Set(),
  });
  const words = (ledger: Ledger): Ledger => inWorldsWords(ledger, lives);
  const speaker = await aSpeaker(world, words);
  const looking = companionLooks({ world, speaker, dead, who });
  const around = {
    world,
    speaker,
    isUp: () => !within(dead, world.now),
    words,
    without: options.without,
  };
  const policies = [{ ...DEFAULT_POLICY }];
  const room = { ...target('room', 'chatwork'), config: { roomId: '1' } };
  const first = await aPairedBrowser({ name: 'a', targets: [room], policies }, around);
  const second = await aPairedBrowser({ name: 'b', targets: [], policies, speaksFor: [] }, around);
  const rooms = new Set<string>();
  const someLives = lives.filter(() => random.chance(0.3));
  const seat = (browser: PairedBrowser, hours: Span[], seen: PairedLife[]): Seat => ({
    browser,
    open: hours,
    lives: seen,
    wakeAt: span.from,
  });
  const { untold, wrongClock, asleep, noTurn } = await play({
    world,
    looking,
    span,
    browsers: [seat(first, open, [...lives]), seat(second, other, someLives)],
    lives,
    giveRoom: async () => {
      if (await giveRoom(speaker, first.token, rooms)) await first.hear();
    },
  });
  if (options.trace) await traceAll(options.trace, { first, speaker, lives, dead });
  await speaker.close();
  const found = judge({
    // A laptop that sleeps reads nothing: what it slept over it knows after that day's digest.
    lives: known(lives, without(open, asleep)).map((life) =>
      Object.assign(life, { endKnown: life.to }),
    ),
    posts: world.room.posts,
    targets: ['room'],
    until: years.to,
    mayReopen: true,
    conditions: () => ({
      open: speakable(span, without(open, [...wrongClock, ...asleep, ...noTurn]), dead),
      disturbed: disturbed.toSorted((a, b) => a - b),
      bad: [...down, ...untold, ...asleep, ...speaker.wrongClock].toSorted(
        (a, b) => a.from - b.from,
      ),
    }),
  });
  return {
    tally: { ...found.tally, keyDays: options.shops * 3 * options.years * 365 },
    faults: world.faults.counts,
    wrong: found.wrong,
  };
}

async function traceAll(
  trace: Trace,
  of: { first: PairedBrowser; speaker: Speaker; lives: PairedLife[]; dead: Span[] },
): Promise<void> {
  const iso = (at: Instant): string => new Date(at).toISOString();
  for (const { from, to } of of.dead) trace.write(`dead ${iso(from)} ${iso(to)}`);
  const last4 = of.lives.find(({ id }) => id === trace.subjectId)?.last4 ?? '';
  traceEnd(trace, 'browser', await of.first.store.read(), last4);
  for (const { ledger } of await of.speaker.companion.store.shops({ every: true }))
    traceEnd(trace, 'companion', ledger, last4);
}

const fourOf = (n: number): string => n.toString(36).toUpperCase().padStart(4, '0');
const within = (spans: Span[], at: Instant): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

function deathsOf(random: Random, span: Span, perYear: number): Span[] {
  const found: Span[] = [];
  for (let at = span.from + DAY; at < span.to; at += DAY) {
    if (within(found, at) || !random.chance(perYear / 365)) continue;
    const from = at + random.int(0, 23) * HOUR;
    found.push({ from, to: from + random.int(2, 120) * HOUR });
  }
  return found;
}

/** What is left of the first without the second. */
const without = (spans: Span[], gone: Span[]): Span[] =>
  gone.reduce(
    (left, { from, to }) =>
      left.flatMap((one) =>
        [
          { from: one.from, to: Math.min(one.to, from) },
          { from: Math.max(one.from, to), to: one.to },
        ].filter((part) => part.from < part.to),
      ),
    spans,
  );

/** When somebody may speak: the companion while it lives, else, a day later, the first browser while it is open. */
function speakable({ from: start, to: end }: Span, open: Span[], dead: Span[]): Span[] {
  const alive: Span[] = [];
  let from = start;
  for (const death of dead) {
    alive.push({ from, to: death.from });
    from = death.to;
  }
  alive.push({ from, to: end });
  const instead = dead.flatMap((death) =>
    open
      .map((hours) => ({
        from: Math.max(hours.from, death.from + LOST),
        to: Math.min(hours.to, death.to),
      }))
      .filter((one) => one.from < one.to),
  );
  return [...alive, ...instead].toSorted((a, b) => a.from - b.from);
}

/** Every side has ids of its own for a key; the world knows it by its last four. Other matters are not judged. */
function inWorldsWords(ledger: Ledger, lives: PairedLife[]): Ledger {
  const byLast4 = new Map(lives.map((life) => [life.last4, life.id]));
  const lifeOf = new Map(ledger.licenses.map((one) => [one.id, byLast4.get(one.last4 ?? '')]));
  const judged = new Set(['expiring', 'expired', 'update']);
  return {
    ...ledger,
    reminders: ledger.reminders.flatMap((one) => {
      const subjectId = lifeOf.get(one.subjectId);
      return subjectId !== undefined && judged.has(one.reason) ? [{ ...one, subjectId }] : [];
    }),
  };
}

/** Gives the companion the room for every shop that has none; was there any? */
async function giveRoom(speaker: Speaker, token: string, given: Set<string>): Promise<boolean> {
  const known = given.size;
  for (const { id } of await speaker.companion.store.shops({ every: true })) {
    if (given.has(id)) continue;
    const answer = await speaker.ask('PUT', '/v1/channels', token, {
      shopId: id,
      id: 'room',
      channel: 'chatwork',
      name: 'room',
      config: { roomId: '1' },
      people: [],
      kinds: ['expiry', 'approval', 'test', 'trouble'],
      enabled: true,
      secret: 'token',
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    given.add(id);
  }
  return given.size > known;
}

interface Seat {
  browser: PairedBrowser;
  open: Span[];
  /** The keys whose pages its person opens when something about them changes. */
  lives: PairedLife[];
  wakeAt: Instant;
}

/** The companion, which looks what is to be said whenever it is due and it lives. */
interface Looking {
  /** When it looks next. */
  at: () => Instant;
  /** What was just told is planned at once. */
  soon: () => void;
  /** Lets it live until then. */
  until: (end: Instant) => Promise<void>;
}

function companionLooks({
  world,
  speaker,
  dead,
  who,
}: {
  world: World;
  speaker: Speaker;
  dead: Span[];
  who: { isCompanion: boolean };
}): Looking {
  let next = world.now;
  let last = world.now;
  /** Since the last step it was alive till then. */
  const livedUntil = (): Instant =>
    dead.findLast(({ from, to }) => from <= world.now && to > last)?.from ?? world.now;
  const at = (): Instant => dead.find(({ from, to }) => from <= next && next < to)?.to ?? next;
  return {
    at,
    soon: () => {
      next = Math.min(next, world.now + 1000);
    },
    until: async (end) => {
      while (at() <= end) {
        world.now = Math.max(world.now, at());
        if (within(dead, world.now)) {
          next = world.now;
          continue;
        }
        who.isCompanion = true;
        const rested = await speaker.step(livedUntil());
        last = world.now;
        who.isCompanion = false;
        next = Math.max(rested, await speaker.next());
      }
    },
  };
}

interface Playing {
  world: World;
  looking: Looking;
  span: Span;
  browsers: Seat[];
  lives: PairedLife[];
  giveRoom: () => Promise<void>;
}

/**
 * Plays the time; answers when the companion lived and had not been told yet what the first browser read, and
 * when that one's clock was wrong, its laptop slept, or it had no turn for the other's sleep.
 */
async function play({ world, looking, span, browsers, lives, giveRoom: give }: Playing) {
  type Spans = [untold: Span[], wrongClock: Span[], asleep: Span[], noTurn: Span[]];
  const [untold, wrongClock, asleep, noTurn]: Spans = [[], [], [], []];
  let untoldSince: Instant | null = null;
  const visits = browsers.map(({ lives: seen, open }) => visitsOf(seen, open));
  const rightAt = browsers.map(() => -Infinity);
  while (world.now < span.to) {
    const times = browsers.map(({ wakeAt, open }, i) =>
      nextOpen(open, Math.max(world.now, Math.min(wakeAt, visits[i]?.[0]?.at ?? Infinity))),
    );
    const at = Math.min(looking.at(), ...times);
    if (at >= span.to) break;
    world.now = Math.max(world.now, at);
    for (const [i, seat] of browsers.entries()) {
      if ((times[i] ?? Infinity) > world.now) continue;
      // It may be closed by now: something else took its time.
      if (!within(seat.open, world.now)) continue;
      while ((visits[i]?.[0]?.at ?? Infinity) <= world.now) {
        const visit = visits[i]?.shift();
        // Whoever slept over it opens the page now.
        if (visit) seat.browser.unread.push(readingOf({ ...visit, at: world.now }, lives));
      }
      // A clock that was wrong has been set right meanwhile; nothing tells the browser so.
      if ((rightAt[i] ?? 0) <= world.now) seat.browser.clockOff = 0;
      const [before, was] = [world.now, seat.browser.clockOff];
      seat.wakeAt = await seat.browser.wake();
      if (seat.browser.clockOff !== was) {
        const to = world.now + world.random.int(1, 24) * HOUR;
        rightAt[i] = to;
        if (i === 0) wrongClock.push({ from: before, to });
      }
      if (world.now > before + MINUTE) {
        (i === 0 ? asleep : noTurn).push({ from: before, to: world.now });
        // One at a time has its turn here: what the first would have read while the other slept waits.
        const missed = visits[0]?.[0]?.at ?? Infinity;
        if (i > 0 && missed <= world.now) untoldSince ??= Math.max(before, missed);
      }
      if (seat.browser.unread.length > 0) seat.wakeAt = world.now + MINUTE;
      // As the settings do: what was said there has been told by then.
      if (browsers[0]?.browser.metAt === world.now) await give();
      looking.soon();
      if (i > 0) continue;
      const { unsent } = await seat.browser.store.read();
      const isBehind = unsent.length + seat.browser.unread.length > 0;
      if (isBehind) untoldSince ??= world.now;
      else if (untoldSince !== null) {
        untold.push({ from: untoldSince, to: world.now });
        untoldSince = null;
      }
    }
    await looking.until(world.now);
  }
  return { untold, wrongClock, asleep, noTurn };
}
