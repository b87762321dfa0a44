import type { Ledger, Meta } from '../model/ledger.ts';
import type { Reminder } from '../model/reminder.ts';
import { HOUR, MINUTE, type Instant } from '../model/time.ts';
import { stepsBefore } from './expiry-steps.ts';
import { ruleBook } from './policy.ts';
import { hardStop } from './silence.ts';

/** A companion that was not heard for so long is taken to be down. */
export const COMPANION_LOST = 24 * HOUR;
/** Its heartbeats come more often than this. */
export const HEARTBEAT_MISSED = 30 * MINUTE;
/** So long before a hard stop nobody waits for the companion any more. */
export const BEFORE_HARD_STOP = 2 * HOUR;

/** One that does not answer for less is being started anew, or the network is. */
export const ASKED_IN_VAIN = 15 * MINUTE;

/** `speaksFor` with this in it: every shop. */
export const EVERY_SHOP = '*';

/**
 * May this browser speak on team channels? Where a person made it the 送信役, of every shop for which no
 * companion was given targets. For the others the companion speaks; the 送信役 stands in when it was not heard
 * for a day, or is silent shortly before the hard stop of what is to be said. Silent is one that was just asked in
 * vain: a browser that was closed over the weekend has heard nobody, and the companion has spoken meanwhile.
 */
export function browserSpeaks(ledger: Ledger, now: Instant): (reminder: Reminder) => boolean {
  const { meta, policies } = ledger;
  const book = ruleBook(policies);
  return (reminder) => {
    if (!isAppointed(meta, reminder.shopId)) return false;
    const heardAt = speaksThere(meta, reminder.shopId);
    if (heardAt === null) return true;
    if (!isSilent(meta, now)) return false;
    const silentFor = silence(heardAt, now);
    if (silentFor >= COMPANION_LOST) return true;
    if (silentFor < HEARTBEAT_MISSED) return false;
    const { reason, expiresOn, shopId, createdAt } = reminder;
    const steps =
      reason === 'expiring' && expiresOn ? stepsBefore(expiresOn, book.of(shopId).workdays) : [];
    return now >= hardStop({ reason, steps }, createdAt) - BEFORE_HARD_STOP;
  };
}

/** When the companion that speaks for that shop was last heard; null = none does. */
const speaksThere = (
  { companionHeardAt, companionSpeaksFor }: Meta,
  shopId: string | null,
): Instant | null =>
  shopId !== null && companionSpeaksFor?.includes(shopId) === true
    ? (companionHeardAt ?? null)
    : null;

/** Since when it was not heard. A clock that was ahead wrote down when it was: nobody knows. */
const silence = (heardAt: Instant, now: Instant): number =>
  heardAt > now ? Infinity : now - heardAt;

const isSilent = ({ companionMissed: missed }: Meta, now: Instant): boolean =>
  missed !== undefined &&
  // By a clock that was ahead it was asked later than now: that says nothing of how it is.
  missed.at <= now &&
  now - missed.at < HEARTBEAT_MISSED &&
  missed.at - missed.since >= ASKED_IN_VAIN;

/** After it was asked in vain, once more or for the first time in a while. */
export function asMissed(meta: Meta, at: Instant): Meta {
  const { companionMissed: known } = meta;
  const goesOn = known !== undefined && known.at <= at && at - known.at < HEARTBEAT_MISSED;
  return { ...meta, companionMissed: { since: goesOn ? known.since : at, at } };
}

/**
 * Is this browser the 送信役 of that shop? Of what belongs to no shop: of any. Where nobody has said, it is
 * the browser in which a person set up targets: no other has their tokens.
 */
function isAppointed({ speaksFor }: Meta, shopId: string | null): boolean {
  if (speaksFor === undefined) return true;
  if (speaksFor.includes(EVERY_SHOP)) return true;
  return shopId === null ? speaksFor.length > 0 : speaksFor.includes(shopId);
}

/** Does a browser stand in for a companion that is not heard? Its messages say so. */
export const standsIn = ({ meta }: Ledger, now: Instant): boolean =>
  meta.companionHeardAt !== undefined &&
  isSilent(meta, now) &&
  (meta.companionSpeaksFor ?? []).length > 0 &&
  silence(meta.companionHeardAt, now) >= HEARTBEAT_MISSED;
