// A browser with rooms whose clock can be moved, and what the rooms heard.
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger, LedgerChange } from '../../../utils/model/ledger.ts';
import type { Target } from '../../../utils/model/notice.ts';
import type { Instant } from '../../../utils/model/time.ts';
import type { AskableChannel, Channel, Outcome } from '../../../utils/reminders/channels/port.ts';
import { deliverDue } from '../../../utils/reminders/deliver.ts';
import { companionBeside } from '../../../utils/reminders/in-place.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { trueNow } from '../../../utils/reminders/true-time.ts';
import { aLedger, aMessage, at } from './make.ts';

/** Two days before the key of make.ts ends, at ten: said at once. */
export const NOW = at('2026-12-04T10:00');
export const ROOM: Target = {
  id: 'room',
  channel: 'chatwork',
  name: '部屋',
  config: {},
  secretName: null,
  kinds: ['expiry', 'approval', 'test', 'trouble'],
  people: [],
  enabled: true,
};

/** What leaves for the room; nothing has come back of it yet. */
const REQUEST = 'https://room.invalid/';

/** A browser with one room. Its own clock is `ahead` of the true time, which the room answers with. */
export function aBrowser(start: Partial<Ledger> = {}) {
  let ledger = aLedger({ targets: [ROOM], ...start });
  let n = 0;
  const world = {
    now: NOW,
    ahead: 0,
    outcome: { kind: 'delivered', ref: null } as Outcome,
    /** Id of a target that cannot be reached. */
    refuses: null as string | null,
    outOfSight: false,
    /** ms for which the laptop sleeps as it begins to send. */
    sleeps: 0,
    /** It cannot be looked at. */
    blind: false,
    /** It cannot be asked (class 2). */
    mute: false,
  };
  const posted: { id: string; target: string; at: Instant; again: boolean }[] = [];
  /** What others said there, by its name. */
  const others: { id: string; at: Instant | null }[] = [];
  const looked: { at: Instant; names: string[] }[] = [];
  const asked: Instant[] = [];
  const clock = () => world.now + world.ahead;
  const room: AskableChannel = {
    id: 'chatwork',
    class: 1,
    grouping: 'digest',
    limits: { length: 10_000, perTarget: null, perSecret: null, attempts: 5 },
    origins: () => [],
    send: async ({ deliveryId, again }, { id: target }, ports) => {
      world.now += world.sleeps;
      world.sleeps = 0;
      const leaves = await ports.fetch(REQUEST).catch(() => null);
      if (leaves === null) return { kind: 'retry', after: null, why: 'timeout' };
      if (target === world.refuses) return { kind: 'retry', after: null, why: 'serverError' };
      const arrived = { id: deliveryId, target, at: world.now, again };
      if (world.outcome.kind === 'delivered') posted.push(arrived);
      if (world.outcome.kind !== 'doubtful') await ports.fetch('');
      return world.outcome;
    },
    find: async ({ deliveryId }, _target, ports) => {
      asked.push(world.now);
      await ports.fetch('');
      const found = posted.find(({ id, at: when }) => id === deliveryId && when <= world.now);
      if (found) return { kind: 'found', ref: null, at: found.at };
      return { kind: world.outOfSight ? 'outOfSight' : 'absent' };
    },
    look: async ({ names }, _target, ports) => {
      looked.push({ at: world.now, names });
      if (world.blind) return { kind: 'unknown', after: null, why: 'serverError' };
      await ports.fetch('');
      const found = others
        .filter(({ id, at: when }) => names.includes(id) && (when === null || when <= world.now))
        .map(({ id, at: when }) => [id, when] as const);
      return { kind: 'looked', found: new Map(found), outOfSight: world.outOfSight };
    },
    testSend: () => Promise.resolve(world.outcome),
  };
  const channels = {
    get: (): Channel => (world.mute ? { ...room, class: 2 } : room),
    has: (id: Channel['id']) => id === 'chatwork',
  } as unknown as ReadonlyMap<Channel['id'], Channel>;
  const place = { newId: () => `d${(n += 1)}`, channels, speaks: () => true };
  const update = (decide: (known: Ledger) => LedgerChange): Promise<Ledger> => {
    ledger = applyChange(ledger, decide(ledger));
    ledger = applyChange(ledger, planChange(ledger, trueNow(ledger, clock()), place));
    return Promise.resolve(ledger);
  };
  return {
    world,
    posted,
    others,
    looked,
    asked,
    ledger: () => ledger,
    /** All its keys are. */
    gone: () => {
      ledger = { ...ledger, licenses: [] };
    },
    row: () => ledger.deliveries.find((one) => one.state !== 'cancelled'),
    wake: async (): Promise<void> => {
      await update(() => ({}));
      await deliverDue({
        update,
        channels,
        messageOf: (row, _ledger, again) => aMessage({ deliveryId: row.id, again, ref: row.id }),
        ports: () => ({
          fetch: (asked) => {
            const headers = { date: new Date(world.now).toUTCString() };
            return Promise.resolve(new Response(null, asked === REQUEST ? {} : { headers }));
          },
          clock,
          secret: () => Promise.resolve(null),
          signal: new AbortController().signal,
        }),
        clock,
        random: () => 0.5,
        other: companionBeside,
      });
    },
  };
}
