import type { Ledger, License } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import type { Instant } from '../model/time.ts';
import { holdsKey, worksWith } from './evidence.ts';
import { fieldsToProve, type FieldToProve } from './fields.ts';
import { livingOldKeys, targetOf } from './keys.ts';
import { toolFacts } from './tool-facts.ts';

/** Why a field is not proved yet. */
export const FIELD_GAPS = [
  'holdsUnknown',
  'holdsOther',
  'notSaved',
  'notTested',
  'notWorking',
] as const;
export type FieldGap = (typeof FIELD_GAPS)[number];

/** One thing that keeps a run open. */
export type StillOpen =
  | { why: FieldGap; field: FieldToProve }
  | { why: 'waiting'; field: FieldToProve; until: Instant }
  /** RMS has not done its part: no new key, still 更新あり, still 承認待ち, functions not tested. */
  | { why: 'rms' }
  /** What the run is about is no longer there: only a person can say what that means. */
  | { why: 'subjectGone' }
  /** No tool is known to take this app's key: that all of none hold it proves nothing. */
  | { why: 'noTool' }
  | { why: 'oldKeyLives'; license: License };

/**
 * Everything that keeps a run open; nothing = it may end (DESIGN §3): every field of every tool holds the
 * new key *and* works with it, and no old key can still carry a forgotten tool.
 */
export function stillOpen(run: Renewal, ledger: Ledger, now: Instant): StillOpen[] {
  const target = targetOf(run, ledger, now);
  if (run.kind === 'issue') return target ? ofKey(target, ledger, now) : [{ why: 'rms' }];
  if (target === null || target.goneAt !== null) return [{ why: 'subjectGone' }];
  if (!rmsIsDone(run, target, ledger)) return [{ why: 'rms' }];
  if (run.kind === 'approve') return ofTools(fieldsToProve(ledger, run.appId), target, ledger, now);
  if (run.kind === 'functions') return [];
  const again = fieldsToProve(ledger, run.appId).filter(
    ({ binding }) => toolFacts(binding.connectorId).recopyAfterUpdate,
  );
  return again.flatMap((field) => gapSince(run.rmsDoneAt, field, target, ledger, now));
}

/** Has RMS been seen to have done its part of a run that issues no key? */
export function rmsIsDone(run: Renewal, subject: License, { keyTests }: Ledger): boolean {
  if (run.kind === 'update') return subject.state === 'active';
  if (run.kind === 'approve') {
    return subject.state === 'active' || subject.state === 'updateAvailable';
  }
  // 利用機能編集 leaves no trace in the key list: only a test that every function passed tells.
  return keyTests.some(
    (one) => one.licenseId === subject.id && one.at > run.openedAt && one.verdict === 'valid',
  );
}

function ofKey(target: License, ledger: Ledger, now: Instant): StillOpen[] {
  const fields = ofTools(fieldsToProve(ledger, target.appId), target, ledger, now);
  const living = livingOldKeys(ledger, target, now);
  return [...fields, ...living.map((license) => ({ why: 'oldKeyLives' as const, license }))];
}

function ofTools(
  fields: FieldToProve[],
  target: License,
  ledger: Ledger,
  now: Instant,
): StillOpen[] {
  if (fields.length === 0) return [{ why: 'noTool' }];
  return fields.flatMap((field) => gapOf(field, target, ledger, now));
}

function gapOf(
  field: FieldToProve,
  target: License,
  { keyTests }: Ledger,
  now: Instant,
): StillOpen[] {
  const holds = holdsKey(field.placement, target.id);
  if (holds === 'unknown') return [{ why: 'holdsUnknown', field }];
  if (holds === 'other') return [{ why: 'holdsOther', field }];
  if (holds === 'filled') return [{ why: 'notSaved', field }];
  const works = worksWith(field.placement, target, keyTests, now);
  if (works.is === 'yes') return [];
  if (works.is === 'waiting') return [{ why: 'waiting', field, until: works.until }];
  return [{ why: works.is === 'no' ? 'notWorking' : 'notTested', field }];
}

/** A tool that wants the same key once more after アップデートする: what it held before does not count. */
function gapSince(
  since: Instant | null,
  field: FieldToProve,
  target: License,
  ledger: Ledger,
  now: Instant,
): StillOpen[] {
  const heldAt = field.placement?.holds?.at ?? null;
  const isOld = since === null || heldAt === null || heldAt < since;
  return isOld ? [{ why: 'holdsUnknown', field }] : gapOf(field, target, ledger, now);
}
