import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Reading } from '../../../utils/model/reading.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import { DEFAULT_POLICY } from '../../../utils/reminders/policy.ts';
import { faultsOf } from '../faults.ts';
import { randomOf, type Random } from '../random.ts';
import { aRoom } from '../room.ts';
import type { World } from '../sender.ts';
import { judge, known, START, target, type Found } from '../simulate.ts';
import { keyLives, openHours, outages, type KeyLife, type Span } from '../truth.ts';
import { aPairedBrowser, type PairedBrowser, type PairedProtection } from './browser.ts';
import { aSpeaker, type Speaker } from './companion.ts';

export interface PairedOptions {
  shops: number;
  years: number;
  seed: number;
  /** 1 = as usual; 0 = nothing goes wrong but that the companion dies. */
  faultScale: number;
  /** How often a year the companion is dead for days. */
  deaths: number;
  without: ReadonlySet<PairedProtection>;
}

/** So long without a heartbeat, and the browser speaks (DESIGN §5); told to the judge in its own words. */
const LOST = 24 * HOUR;
/** What the paired world leaves out: its clocks are right, and asleep is what a closed browser is. */
const LEFT_OUT = new Set(['sleep', 'back', 'ahead']);

/**
 * Simulated time of two paired browsers and their companion, which has the room and dies for days. The
 * first browser has the room too, and speaks in the companion's place; the second only reads.
 */
export async function simulatePaired(options: PairedOptions): Promise<Found> {
  const random = randomOf(options.seed);
  const span: Span = { from: START, to: START + options.years * 365 * DAY };
  const lives = Array.from({ length: options.shops }, (_, shop) => keyLives(random, shop, span))
    .flat()
    .map((life, n) => Object.assign(life, { last4: fourOf(n) }));
  const [open, other] = [openHours(random, span), openHours(random, span)];
  const down = outages(random, span, options.faultScale * 6);
  const dead = deathsOf(random, span, options.deaths);
  const disturbed: Instant[] = dead.flatMap(({ from, to }) => [from, to]);
  const faults = faultsOf(random, options.faultScale);
  const world: World = {
    now: span.from,
    room: aRoom(),
    faults: {
      counts: faults.counts,
      draw: (point) => {
        const fault = faults.draw(point);
        return fault !== null && LEFT_OUT.has(fault) ? null : fault;
      },
    },
    random,
    disturbed: (at) => disturbed.push(at),
    isDown: (_id, now) => within(down, now),
    arrived: null,
    without: new Set(),
  };
  const words = (ledger: Ledger): Ledger => inWorldsWords(ledger, lives);
  const speaker = await aSpeaker(world, words);
  // One clock for all of them.
  Object.defineProperty(speaker.companion.time, 'now', { get: () => world.now });
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
  const untold = await play({
    world,
    speaker,
    span,
    dead,
    browsers: [
      { browser: first, open, lives: [...lives], wakeAt: span.from },
      {
        browser: second,
        open: other,
        lives: lives.filter(() => random.chance(0.3)),
        wakeAt: span.from,
      },
    ],
    lives,
    giveRoom: async () => giveRoom(speaker, first.token, rooms),
  });
  await speaker.close();
  const found = judge({
    lives: known(lives, open),
    posts: world.room.posts,
    targets: ['room'],
    conditions: () => ({
      open: speakable(span, open, dead),
      disturbed: disturbed.toSorted((a, b) => a - b),
      bad: [...down, ...untold].toSorted((a, b) => a.from - b.from),
    }),
  });
  const keyDays = options.shops * 3 * options.years * 365;
  return {
    tally: { ...found.tally, keyDays },
    faults: world.faults.counts,
    wrong: found.wrong,
  };
}

type PairedLife = KeyLife & { last4: string };

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

async function giveRoom(speaker: Speaker, token: string, given: Set<string>): Promise<void> {
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
}

interface Seat {
  browser: PairedBrowser;
  open: Span[];
  /** The keys whose pages its person opens when something about them changes. */
  lives: PairedLife[];
  wakeAt: Instant;
}

interface Playing {
  world: World;
  speaker: Speaker;
  span: Span;
  dead: Span[];
  browsers: Seat[];
  lives: PairedLife[];
  giveRoom: () => Promise<void>;
}

/** Plays the time; answers when the companion lived and had not been told yet what the first browser read. */
async function play({ world, speaker, span, dead, browsers, lives, giveRoom: give }: Playing) {
  const untold: Span[] = [];
  let untoldSince: Instant | null = null;
  let looksAt = world.now;
  const visits = browsers.map(({ lives: seen, open }) => visitsOf(seen, open));
  while (world.now < span.to) {
    const death = dead.find(({ from, to }) => from <= looksAt && looksAt < to);
    if (death) looksAt = death.to;
    const times = browsers.map(({ wakeAt, open }, i) =>
      nextOpen(open, Math.min(wakeAt, visits[i]?.[0]?.at ?? Infinity)),
    );
    const at = Math.min(looksAt, ...times);
    if (at >= span.to) break;
    world.now = Math.max(world.now, at);
    for (const [i, seat] of browsers.entries()) {
      if ((times[i] ?? Infinity) > world.now) continue;
      // It may be closed by now: something else took its time.
      if (!within(seat.open, world.now)) continue;
      while ((visits[i]?.[0]?.at ?? Infinity) <= world.now) {
        const visit = visits[i]?.shift();
        if (visit) seat.browser.unread.push(readingOf(visit, lives));
      }
      seat.wakeAt = await seat.browser.wake();
      if (seat.browser.unread.length > 0) seat.wakeAt = world.now + MINUTE;
      await give();
      if (i > 0) continue;
      const { unsent } = await seat.browser.store.read();
      const isBehind = unsent.length + seat.browser.unread.length > 0;
      if (isBehind) untoldSince ??= world.now;
      else if (untoldSince !== null) {
        untold.push({ from: untoldSince, to: world.now });
        untoldSince = null;
      }
      // What was just told is planned at once.
      looksAt = Math.min(looksAt, world.now + 1000);
    }
    if (looksAt > world.now || within(dead, world.now)) continue;
    const rested = await speaker.step();
    looksAt = Math.max(rested, await speaker.next());
  }
  return untold;
}

interface Visit {
  at: Instant;
  shopId: string;
}

/** A shop's list is opened when something of it changes, and once more: gone is what two lists lack. */
const visitsOf = (lives: PairedLife[], open: Span[]): Visit[] =>
  lives
    .flatMap(({ shopId, from, to, updateFrom }) =>
      [from, to, updateFrom ?? Infinity].flatMap((at) => {
        const first = nextOpen(open, at);
        return [first, first + 2000].map((when) => ({ at: when, shopId }));
      }),
    )
    .filter(({ at }) => at < Infinity)
    .toSorted((a, b) => a.at - b.at);

function nextOpen(open: Span[], at: Instant): Instant {
  const hours = open.find(({ to }) => to > at);
  return hours ? Math.max(hours.from, at) : Infinity;
}

const readingOf = ({ at, shopId }: Visit, lives: PairedLife[]): Reading => ({
  at,
  page: 'appList',
  pageClass: 'keys',
  shop: { digits: `${100_000 + Number(shopId.slice(1))}`, slug: shopId, name: shopId },
  licenses: lives
    .filter((one) => one.shopId === shopId && one.from <= at && at < one.to)
    .map(({ appId, last4, endsOn, updateFrom }) => {
      const isNew = updateFrom !== null && updateFrom <= at;
      return {
        developer: 'D',
        app: appId,
        owner: 'vendor',
        last4,
        expiresOn: endsOn,
        state: isNew ? 'updateAvailable' : 'active',
        stateText: isNew ? '利用中 更新あり' : '利用中',
        extra: [],
      };
    }),
  licenseCoverage: 'complete',
  events: [],
  eventCoverage: 'complete',
  problems: [],
  issuedNow: false,
});
