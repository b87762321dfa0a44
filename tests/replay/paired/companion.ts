import { LOOKED, noteLook } from '../../../companion/speak/away.ts';
import { planDueShops } from '../../../companion/speak/plan-shops.ts';
import type { Speaking } from '../../../companion/speak/speaking.ts';
import { tellShop } from '../../../companion/speak/tell.ts';
import { openSqlite } from '../../../companion/database/open-sqlite.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import { HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import type { Channel, Message } from '../../../utils/reminders/channels/port.ts';
import { namesOf } from '../../../utils/reminders/in-place.ts';
import { makeCompanion, type TestCompanion } from '../../unit/companion/companion.ts';
import { aLife, type Life } from '../life.ts';
import type { Span } from '../truth.ts';
import { answerOf, channelsFor, messageOf, type World } from '../sender.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const EVERY = { every: true } as const;
const MOST = 100;

export interface Speaker {
  companion: TestCompanion;
  /** When its clock was wrong. */
  wrongClock: Span[];
  /** When it must look next; ∞ = at nothing. */
  next: () => Promise<Instant>;
  /**
   * Plans and tells what is due, as `speak/loop.ts`; answers when its process can look again. `looked`: until
   * when it has looked once a second, as it does while it lives, and had nothing to do.
   */
  step: (looked: Instant) => Promise<Instant>;
  /** Asks one of its routes as the person of that token. */
  ask: (method: string, route: string, token: string, body: unknown) => Promise<Response>;
  close: () => Promise<void>;
}

/** The companion itself, on SQLite; what it says goes to the world's rooms. */
export async function aSpeaker(world: World, words: (ledger: Ledger) => Ledger): Promise<Speaker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-replay-'));
  const database = await openSqlite(folder);
  const speaking: Speaking = {
    channels: new Map(),
    fetch: (asked) => Promise.resolve(answerOf(asked, world.now)),
    t: (key) => key,
    lang: 'ja',
    random: () => world.random.next(),
  };
  const companion = await makeCompanion(world.now, { database, speaking });
  const { deps, store } = companion;
  const clock = aClock(world);
  Object.defineProperty(companion.time, 'now', { get: clock.now });

  /** The room as the companion has it: what it says is read from the row that it claimed. */
  const telling = (channel: Channel): Channel => ({
    ...channel,
    send: async (message, target, ports) => {
      const shops = await store.shops(EVERY);
      for (const { ledger } of shops) {
        const row = ledger.deliveries.find(({ id }) => id === message.deliveryId);
        if (!row) continue;
        const said = messageOf(row, words(ledger), message.again);
        return channel.send({ ...said, names: namesOf(row, ledger) } as Message, target, ports);
      }
      throw new Error('a message of no row');
    },
  });

  let died = false;
  const step = async (looked: Instant): Promise<Instant> => {
    const life = aLife();
    if (!died) await store.noteTime(LOOKED, clock.showed(looked));
    // One that died is another process.
    deps.looked.at = died || looked < world.now ? null : clock.showed(looked);
    const made = channelsFor(clock.begin(life), life, world);
    speaking.channels = new Map([...made].map(([id, one]) => [id, telling(one)] as const));
    deps.pulse.beat();
    await life.live(async () => {
      await noteLook(deps);
      while ((await planDueShops(deps)) > 0);
      for (const shopId of await store.shopsToTell(world.now, MOST)) await tellShop(deps, shopId);
    });
    died = life.dead;
    clock.end();
    // A process that died is started again.
    return world.now + (life.dead ? world.random.int(1, 20) : 1) * MINUTE;
  };

  return {
    companion,
    wrongClock: clock.wrong,
    step,
    next: async () => {
      const least = async (table: 'shop' | 'outbox', column: 'wake_at' | 'due_at') => {
        const query = database.db.selectFrom(table).select(({ fn }) => fn.min(column).as('at'));
        const row = await query.executeTakeFirst();
        return row?.at === null || row?.at === undefined ? Infinity : Number(row.at);
      };
      const next = Math.min(await least('shop', 'wake_at'), await least('outbox', 'due_at'));
      return Math.min(clock.rightAt(), next - (clock.now() - world.now));
    },
    ask: (method, route, token, body) =>
      Promise.resolve(
        companion.call(route, { method, headers: { authorization: `Bearer ${token}` }, body }),
      ),
    close: async () => {
      await companion.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The clock of its machine: somebody sets it while it sends or asks, and sets it right within a day. */
function aClock(world: World) {
  const set = { clockOff: 0 };
  const wrong: Span[] = [];
  let [off, rightAt]: [number, Instant] = [0, Infinity];
  let living: Life | null = null;
  const offAt = (at: Instant): number => (at < rightAt ? off : 0);
  return {
    wrong,
    rightAt: (): Instant => (rightAt > world.now ? rightAt : Infinity),
    /** What it showed at the last look before that moment. */
    showed: (at: Instant): Instant => Math.min(at, rightAt) + off,
    now: (): Instant => {
      if (set.clockOff > 0 && living !== null) living.clockAhead = true;
      return world.now + (living === null ? offAt(world.now) : set.clockOff);
    },
    /** A process lives in it; what sets it sets what is given here. */
    begin: (life: Life): { clockOff: number } => {
      living = life;
      if (rightAt <= world.now) [off, rightAt] = [0, Infinity];
      set.clockOff = offAt(world.now);
      return set;
    },
    end: (): void => {
      living = null;
      const was = offAt(world.now);
      if (set.clockOff === was) return;
      [off, rightAt] = [set.clockOff, world.now + world.random.int(1, 24) * HOUR];
      wrong.push({ from: world.now, to: rightAt });
    },
  };
}
