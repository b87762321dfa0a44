import { DAY, MINUTE, type Instant } from '../../utils/model/time.ts';
import { CLAIM_LASTS } from '../../utils/reminders/row-state.ts';
import { ASKED_IN_VAIN, COMPANION_LOST, HEARTBEAT_MISSED } from '../../utils/reminders/speaker.ts';
import type { Deps } from '../types.ts';

/** A time in which nobody of this companion looked. */
export interface Absent {
  from: Instant;
  to: Instant;
}

type Looking = Pick<Deps, 'store' | 'clock'>;

/** Under which name the store keeps when it last looked. */
export const LOOKED = 'speaks.looked';
/** Of its last absence, and of the last one that was long enough for a browser to say anything at all. */
const ABSENCES = {
  last: { left: 'speaks.left', back: 'speaks.back' },
  long: { left: 'speaks.leftLong', back: 'speaks.backLong' },
} as const;
type Absence = (typeof ABSENCES)[keyof typeof ABSENCES];

/** What was due while it was away may wait so long for a working day, and be asked for then. */
const REMEMBERS = 14 * DAY;

/** So long a browser may go on speaking in the place of a companion that is back: it has not met it yet. */
const WAITS = HEARTBEAT_MISSED + CLAIM_LASTS;

/**
 * Notes, once a minute, that somebody of this companion looks what is to be said; and where nobody did for so
 * long that a browser may have spoken in its place, that it is back. Where this process has looked in what is yet to
 * come, its clock has been set back.
 */
export async function noteLook({
  store,
  clock,
  looked,
}: Pick<Deps, keyof Looking | 'looked'>): Promise<void> {
  const [now, own] = [clock(), looked.at];
  looked.at = now;
  const noted = await store.timeOf(LOOKED);
  // Of another process the clock may be off by any time: only at its start has this one nothing better to go by.
  const before = own ?? noted;
  if (before !== null && before - now >= ASKED_IN_VAIN)
    await setBack(store, { now, isStart: own === null });
  const last = Math.max(own ?? -Infinity, noted ?? -Infinity);
  if (noted !== null && noted <= now && now - noted < MINUTE) return;
  if (last !== -Infinity) await noteAbsence(store, { from: last, to: now });
  await store.noteTime(LOOKED, now);
}

/**
 * Nothing waits for a time that a clock that was ahead has set. Nobody knows for how long a process was away that
 * is only just started.
 */
async function setBack(
  store: Looking['store'],
  { now, isStart }: { now: Instant; isStart: boolean },
): Promise<void> {
  for (const { left, back } of Object.values(ABSENCES)) {
    const [from, to] = [await store.timeOf(left), await store.timeOf(back)];
    if (from !== null && to !== null && from <= now && now < to) await store.noteTime(back, now);
  }
  if (isStart) await noteAbsence(store, { from: now - REMEMBERS, to: now });
  await store.lookAnew(now);
}

/** Where it was long enough for a browser to speak in its place. */
async function noteAbsence(store: Looking['store'], absent: Absent): Promise<void> {
  const away = absent.to - absent.from;
  if (away >= ASKED_IN_VAIN) await noteAs(ABSENCES.last, store, absent);
  if (away >= COMPANION_LOST) await noteAs(ABSENCES.long, store, absent);
}

async function noteAs(
  { left, back }: Absence,
  store: Looking['store'],
  { from, to }: Absent,
): Promise<void> {
  await store.noteTime(left, from);
  await store.noteTime(back, to);
}

/**
 * When it was away last, if it is not long ago; and before that, when it was so for long: a shop's PC that was
 * off over the weekend may be started twice on Monday. The last one first.
 */
export async function absences({ store, clock }: Looking): Promise<Absent[]> {
  const now = clock();
  const ended = async ({ left, back }: Absence): Promise<Absent | null> => {
    const to = await store.timeOf(back);
    if (to === null || to > now || now >= to + REMEMBERS) return null;
    const from = await store.timeOf(left);
    return from === null ? null : { from, to };
  };
  const [last, long] = [await ended(ABSENCES.last), await ended(ABSENCES.long)];
  return [last, long?.to === last?.to ? null : long].filter((one) => one !== null);
}

/**
 * Until when it says nothing, as it is just back: first the browsers that are open must have told it what they
 * said in its place, and have heard that it is back.
 */
export const silentUntil = ({ to }: Absent): Instant => to + WAITS;
