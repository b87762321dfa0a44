import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { Delivery, Reminder } from '../../utils/model/reminder.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { World } from './sender.ts';
import type { StoreMaker } from './stores.ts';

/** Writes down what happens in an account to one subject, in true time. */
export interface Trace {
  /** Id of a key of the world. */
  subjectId: string;
  write: (line: string) => void;
}

const time = (at: Instant | null): string =>
  at === null || !Number.isFinite(at) ? String(at) : new Date(at).toISOString();

/** The world, whose faults and messages are written down. Without a trace: the world as it is. */
export function tracedWorld(trace: Trace | undefined, world: World): World {
  if (!trace) return world;
  const { faults, room } = world;
  const write = (line: string): void => trace.write(`${time(world.now)} ${line}`);
  world.faults = {
    ...faults,
    draw: (point) => {
      const fault = faults.draw(point);
      if (fault) write(`  FAULT ${point} ${fault}`);
      return fault;
    },
  };
  const push = room.posts.push.bind(room.posts);
  room.posts.push = (...posts) => {
    for (const { at, deliveryId, target, said } of posts) {
      for (const one of said.filter(({ subjectId }) => subjectId === trace.subjectId)) {
        const what = one.resolved ? 'solved' : `${one.reason} ${one.threshold ?? ''}`;
        write(`POST ${target} ${deliveryId} ${what} at ${time(at)}`);
      }
    }
    return push(...posts);
  };
  return world;
}

/** A store whose writes about the subject are written down. Without a trace: the store as it is. */
export function tracedStore(trace: Trace | undefined, world: World, make: StoreMaker): StoreMaker {
  if (!trace) return make;
  const write = (line: string): void => trace.write(`${time(world.now)} ${line}`);
  return async (start) => {
    const store = await make(start);
    const known = new Map<string, Reminder>();
    return {
      ...store,
      update: (decide) =>
        store.update((ledger) => {
          for (const one of ledger.reminders)
            if (one.subjectId === trace.subjectId) known.set(one.id, one);
          const change = decide(ledger);
          for (const line of linesOf(change, known, trace.subjectId)) write(line);
          return change;
        }),
    };
  };
}

/** Writes down what a place knows of a key in the end; each has an id of its own for it. */
export function traceEnd(trace: Trace, who: string, ledger: Ledger, last4: string): void {
  const ids = new Set(ledger.licenses.filter((one) => one.last4 === last4).map(({ id }) => id));
  const reminders = ledger.reminders.filter((one) => ids.has(one.subjectId));
  const known = new Map(reminders.map((one) => [one.id, one]));
  const { deliveries } = ledger;
  const rows = deliveries.filter((one) =>
    [...one.reminderIds, ...one.resolvedIds].some((id) => known.has(id)),
  );
  for (const one of ledger.licenses.filter(({ id }) => ids.has(id)))
    trace.write(`${who} license seen ${time(one.lastSeenAt)} gone ${time(one.goneAt)}`);
  for (const one of reminders) trace.write(`${who} reminder ${wordOf(one)}`);
  for (const one of rows) trace.write(`${who} row ${rowOf(one, known)}`);
}

function linesOf(change: LedgerChange, known: Map<string, Reminder>, subjectId: string): string[] {
  const reminders = (change.reminders ?? []).filter((one) => one.subjectId === subjectId);
  for (const one of reminders) known.set(one.id, one);
  const isAbout = ({ reminderIds, resolvedIds }: Delivery): boolean =>
    [...reminderIds, ...resolvedIds].some((id) => known.has(id));
  return [
    ...(change.licenses ?? [])
      .filter(({ id }) => id === subjectId)
      .map((one) => `license seen ${time(one.lastSeenAt)} gone ${time(one.goneAt)}`),
    ...(change.meta ? [`meta ${time(change.meta.timeSeen ?? null)}`] : []),
    ...reminders.map((one) => `reminder ${wordOf(one)}`),
    ...(change.deliveries ?? []).filter(isAbout).map((one) => `row ${rowOf(one, known)}`),
    ...(change.remove?.reminders ?? []).filter((id) => known.has(id)).map((id) => `removed ${id}`),
  ];
}

const nameOf = ({ reason, threshold, occurrence }: Reminder): string =>
  [reason, threshold ?? '', `#${occurrence}`].join(' ');

const wordOf = (one: Reminder): string =>
  `${nameOf(one)} due ${time(one.dueAt)} created ${time(one.createdAt)}` +
  (one.endedAt === null ? '' : ` ended ${time(one.endedAt)} by ${one.endedBy}`);

function rowOf(one: Delivery, known: Map<string, Reminder>): string {
  const names = (ids: string[]): string =>
    ids
      .flatMap((id) => known.get(id) ?? [])
      .map(nameOf)
      .join(', ');
  return [
    `${one.id} ${one.target} ${one.state}`,
    `says [${names(one.reminderIds)}] ends [${names(one.resolvedIds)}]`,
    `of ${one.reminderIds.length}+${one.resolvedIds.length}`,
    `slot ${time(one.slotAt)} created ${time(one.createdAt)} claimed ${time(one.claimedAt)}`,
    `attempts ${one.attempts} doubts ${one.doubts} next ${time(one.nextAttemptAt)}`,
    `absent ${time(one.absentAt)} failed ${time(one.failedAt)} sent ${time(one.sentAt)}`,
    ...(one.fallbackFor === null ? [] : [`instead of ${one.fallbackFor}`]),
  ].join(' · ');
}
