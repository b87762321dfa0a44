import type { Ledger } from '../model/ledger.ts';
import type { Answer } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from '../reminders/kinds.ts';
import type { LicenseView, Need } from './types.ts';

/** By which reason a key that needs this is spoken of; null = it is not. */
const REASON_OF_NEED: Record<Need, 'expiring' | 'update' | 'approval' | null> = {
  expired: 'expiring',
  renewNow: 'expiring',
  renewSoon: 'expiring',
  dateConflict: 'expiring',
  pastGiven: null,
  approve: 'approval',
  update: 'update',
  functionsMissing: null,
  functionsUnfinished: null,
  stopped: null,
  old: null,
  stateUnknown: null,
};

/** The matter (`topicOf`) of a key that a person can answer; null = there is none. */
export function matterOf({
  licenseId,
  need,
}: Pick<LicenseView, 'licenseId' | 'need'>): string | null {
  const reason = need && REASON_OF_NEED[need];
  return reason ? topicOf({ subjectId: licenseId, reason }) : null;
}

/** What a person said of that matter and still holds; null = nothing. */
export function answerTo(
  { answers, licenses }: Pick<Ledger, 'answers' | 'licenses'>,
  view: Pick<LicenseView, 'licenseId' | 'need'>,
  now: Instant,
): Answer | null {
  const topic = matterOf(view);
  const answer = topic === null ? undefined : answers.find(({ id }) => id === topic);
  if (!answer) return null;
  const license = licenses.find(({ id }) => id === view.licenseId);
  // An answer to an earlier 更新あり is none to this one.
  if (view.need === 'update' && (license?.updateSeenSince ?? 0) > answer.at) return null;
  const silent = answer.silentUntil !== null && answer.silentUntil > now;
  return silent || answer.acknowledged ? answer : null;
}
