import { askCompanion } from '../../../utils/keytest/companion-client.ts';
import { inTurn, joinChanges } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { Ledger, LedgerChange } from '../../../utils/model/ledger.ts';
import type { Policy, Target } from '../../../utils/model/notice.ts';
import type { Reading } from '../../../utils/model/reading.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import { nextWake } from '../../../utils/reminders/alarm.ts';
import { deliverDue } from '../../../utils/reminders/deliver.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import type { Place } from '../../../utils/reminders/place.ts';
import { namesOf, companionBeside } from '../../../utils/reminders/in-place.ts';
import { browserSpeaks } from '../../../utils/reminders/speaker.ts';
import { trueNow } from '../../../utils/reminders/true-time.ts';
import { hearOfShops } from '../../../utils/sharing/hear.ts';
import { shareAll } from '../../../utils/sharing/share.ts';
import { keepForCompanion } from '../../../utils/sharing/unsent.ts';
import { EXTENSION } from '../../unit/companion/companion.ts';
import { aLife, type Life } from '../life.ts';
import { answerOf, channelsFor, disturbTime, messageOf, type World } from '../sender.ts';
import { memoryStore, type ReplayStore } from '../stores.ts';
import type { Speaker } from './companion.ts';

/** As `background/sharing.ts`. */
const MEETS_EVERY = 10 * MINUTE;

export interface PairedBrowser {
  token: string;
  store: ReplayStore;
  /** ms by which its clock is ahead. */
  clockOff: number;
  /** Readings that were made and are not taken yet. */
  unread: Reading[];
  /** When it last met the companion. */
  metAt: Instant | null;
  /** Hears for whom the companion speaks, as it does at the end of a hand-over. */
  hear: () => Promise<void>;
  /** Everything that is due, as `background/wake.ts`; answers when it wants to be woken again. */
  wake: () => Promise<Instant>;
}

/** What keeps two senders from saying the same, and one from saying nothing; each can be switched off. */
export const PAIRED_PROTECTIONS = ['asksFirst', 'asksTheRoom', 'standsIn'] as const;
export type PairedProtection = (typeof PAIRED_PROTECTIONS)[number];

export interface Around {
  world: World;
  speaker: Speaker;
  /** Can the companion be reached? */
  isUp: () => boolean;
  words: (ledger: Ledger) => Ledger;
  without: ReadonlySet<PairedProtection>;
}

export interface Settings {
  name: string;
  targets: Target[];
  policies: Policy[];
  /** As `Meta.speaksFor`; undefined = nobody has said. */
  speaksFor?: string[];
}

/** A browser of a colleague, paired with the companion. */
export async function aPairedBrowser(
  { name, targets, policies, speaksFor }: Settings,
  { world, speaker, isUp, words, without }: Around,
): Promise<PairedBrowser> {
  const code = await speaker.companion.newCode(null);
  const paired = await speaker.ask('POST', '/v1/pairings', '', {
    code,
    person: name,
    device: name,
  });
  const { token } = (await paired.json()) as { token: string };
  const empty = emptyLedger();
  const store = await memoryStore({
    ...empty,
    targets,
    policies,
    meta: { ...empty.meta, companionHeardAt: world.now, ...(speaksFor && { speaksFor }) },
  });
  let ids = 0;
  const newId = () => `${name}${(ids += 1)}`;
  const fetch = speaker.companion.fetchPort(EXTENSION);
  const browser: PairedBrowser = { token, store, clockOff: 0, unread: [], metAt: null, hear, wake };
  const clock = (): Instant => world.now + browser.clockOff;
  /** A clock that was ahead then says nothing of when to meet next. */
  const meetsAt = (): Instant => (memory.metAt > clock() ? clock() : memory.metAt + MEETS_EVERY);
  /** Lost with the worker, as in the background. */
  let memory = { adopted: new Map<string, string>(), metAt: -Infinity };

  async function wake(): Promise<Instant> {
    const life = aLife();
    if (browser.clockOff > 0) life.clockAhead = true;
    const channels = channelsFor(browser, life, world);
    const placeFor = (ledger: Ledger, at: Instant): Place => ({
      newId,
      channels,
      speaks: speaksAs(ledger, at, without),
    });
    const change = async (
      decide: (ledger: Ledger, at: Instant) => LedgerChange,
    ): Promise<Ledger> => {
      await mayDie(life, world, browser);
      if (browser.clockOff > 0) life.clockAhead = true;
      return store.update((before) => {
        const at = (one: Ledger): Instant => trueNow(one, clock());
        return inTurn(before, [
          (one) => decide(one, at(one)),
          (one) => planChange(one, at(one), placeFor(one, at(one))),
        ]);
      });
    };
    let next = world.now + MEETS_EVERY;
    await life.live(() => run().catch(() => undefined));
    async function run(): Promise<void> {
      await change(() => ({}));
      await read(change);
      await deliverDue({
        update: (decide) => change((ledger) => decide(ledger)),
        channels,
        messageOf: (delivery, ledger, again) => ({
          ...messageOf(delivery, words(ledger), again),
          names: namesOf(delivery, ledger),
        }),
        ports: () => ({
          fetch: (asked) => Promise.resolve(answerOf(asked, world.now)),
          clock,
          secret: () => Promise.resolve(null),
          signal: new AbortController().signal,
        }),
        clock,
        random: () => world.random.next(),
        other: (ledger) => (without.has('asksTheRoom') ? null : companionBeside(ledger)),
      });
      const ledger = await store.read();
      const at = trueNow(ledger, clock());
      const due = world.now + nextWake(ledger, at, placeFor(ledger, at)) - at;
      await meet(life, change);
      next = Math.min(due, meetsAt() - browser.clockOff);
    }
    if (life.dead) memory = { adopted: new Map(), metAt: -Infinity };
    return life.dead
      ? world.now + world.random.int(1, 20) * MINUTE
      : Math.max(next, world.now + 1000);
  }

  type Change = Parameters<typeof shareAll>[0]['change'];

  async function read(change: Change): Promise<void> {
    const readings = [...browser.unread];
    for (const reading of readings) {
      await change((ledger, now) =>
        joinChanges(
          merge(ledger, { ...reading, at: now }, { now, newId }),
          keepForCompanion(ledger, { ...reading, at: now }, newId),
        ),
      );
      browser.unread = browser.unread.filter((one) => one !== reading);
    }
  }

  async function hear(): Promise<void> {
    const there = { address: 'http://127.0.0.1:8787', token: makeSecret(token) };
    await hearOfShops({
      ask: (asked, schema) => askCompanion(fetch, there, asked, schema),
      change: (decide) => store.update((ledger) => decide(ledger, trueNow(ledger, clock()))),
    });
  }

  async function meet(life: Life, change: Change): Promise<void> {
    const { unsent } = await store.read();
    if (unsent.length === 0 && clock() < meetsAt()) return;
    memory.metAt = clock();
    const there = { address: 'http://127.0.0.1:8787', token: makeSecret(token) };
    await shareAll(
      {
        ask: async (asked, schema) => {
          await mayDie(life, world, browser);
          return askCompanion(
            (url, init) => {
              if (!isUp()) return Promise.reject(new Error('nobody answers'));
              speaker.companion.deps.pulse.beat();
              return fetch(url, init);
            },
            there,
            asked,
            schema,
          );
        },
        read: store.read,
        change,
        // Nobody carries a key here.
        fingerprints: { keyId: () => Promise.resolve(''), keep: () => Promise.resolve() },
        // Nor are rules set.
        rules: {
          changedAt: () => Promise.resolve(0),
          sent: () => Promise.resolve(),
          alike: () => Promise.resolve({}),
          keepAlike: () => Promise.resolve(),
        },
        newId,
        now: clock,
      },
      memory.adopted,
    ).then(
      () => void (browser.metAt = world.now),
      () => undefined,
    );
  }
  return browser;
}

/** May it speak, with or without the protections? */
function speaksAs(
  ledger: Ledger,
  at: Instant,
  without: ReadonlySet<PairedProtection>,
): Place['speaks'] {
  if (without.has('standsIn')) return () => false;
  if (!without.has('asksFirst')) return browserSpeaks(ledger, at);
  const asked = { since: at - HOUR, at };
  return browserSpeaks({ ...ledger, meta: { ...ledger.meta, companionMissed: asked } }, at);
}

/** The worker may be killed here, the disk be full, the laptop sleep or its clock be set. */
async function mayDie(life: Life, world: World, browser: PairedBrowser): Promise<void> {
  if (life.dead) return life.kill();
  const fault = world.faults.draw('plan');
  if (fault) world.disturbed(world.now, null);
  if (fault === 'killBefore' || fault === 'killAfter') return life.kill();
  if (fault === 'storage') throw new Error('the disk is full');
  await disturbTime(fault, browser, world);
}
