import { draftOf, type Draft } from '../ledger/draft.ts';
import { leaveGroup } from '../ledger/leave-group.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery } from '../model/reminder.ts';
import { withShops } from './rules.ts';

type Marked = ReadonlySet<string>;

/**
 * Takes out what came from colleagues by way of the companion, and what hangs on it: somebody has ended this
 * browser's pairing. What this browser read or did itself stays, and nobody is told that a matter is solved
 * because it was forgotten.
 */
export function wipeShared(ledger: Ledger): LedgerChange {
  const draft = draftOf(ledger);
  const marked = new Set(ledger.fromOthers.map(({ id }) => id));
  wipeShops(draft, marked);
  renameGroups(draft, ledger);
  wipeKeys(draft, marked);
  wipeTools(draft, marked);
  wipeWords(draft, ledger, marked);
  for (const { id } of ledger.fromOthers) draft.remove('fromOthers', id);
  return draft.change();
}

function wipeShops(draft: Draft, marked: Marked): void {
  for (const { id } of draft.all('shops').filter((one) => marked.has(one.id))) {
    draft.remove('shops', id);
    leaveGroup(draft, id, null);
  }
  const gone = (shopId: string | null): boolean =>
    shopId !== null && draft.get('shops', shopId) === undefined;
  for (const name of ['apps', 'events', 'pages', 'renewals'] as const) {
    for (const one of draft.all(name)) {
      if (marked.has(one.id) || gone(one.shopId)) draft.remove(name, one.id);
    }
  }
}

/** A group that is called by its shops (`rules.ts`) does not name one that is gone. */
function renameGroups(draft: Draft, before: Ledger): void {
  for (const policy of before.policies) {
    const left = draft.get('policies', policy.id);
    if (left && left.shopIds.length < policy.shopIds.length)
      draft.put('policies', withShops(policy, left.shopIds, before));
  }
}

function wipeKeys(draft: Draft, marked: Marked): void {
  for (const { id, appId } of draft.all('licenses')) {
    if (marked.has(id) || !draft.get('apps', appId)) draft.remove('licenses', id);
  }
  for (const { id, licenseId } of draft.all('keyTests')) {
    if (marked.has(id) || !draft.get('licenses', licenseId)) draft.remove('keyTests', id);
  }
}

/** What this browser's own tools and runs say of a key that it does not know any more is not known. */
function wipeTools(draft: Draft, marked: Marked): void {
  const known = (licenseId: string): boolean => draft.get('licenses', licenseId) !== undefined;
  for (const { id, appId } of draft.all('bindings')) {
    if (marked.has(id) || !draft.get('apps', appId)) draft.remove('bindings', id);
  }
  for (const { id, appId } of draft.all('toolRemovals')) {
    if (marked.has(id) || !draft.get('apps', appId)) draft.remove('toolRemovals', id);
  }
  for (const one of draft.all('placements')) {
    const { id, bindingId, holds, works } = one;
    if (marked.has(id) || !draft.get('bindings', bindingId)) draft.remove('placements', id);
    else {
      const kept = <F extends { licenseId: string }>(fact: F | null): F | null =>
        fact && known(fact.licenseId) ? fact : null;
      draft.put('placements', { ...one, holds: kept(holds), works: kept(works) });
    }
  }
  for (const run of draft.all('renewals')) {
    const { id, appId, oldLicenseId, newLicenseId } = run;
    const kept = (key: string | null): string | null => (key !== null && known(key) ? key : null);
    if (!draft.get('apps', appId)) draft.remove('renewals', id);
    else {
      const keys = { oldLicenseId: kept(oldLicenseId), newLicenseId: kept(newLicenseId) };
      draft.put('renewals', { ...run, ...keys });
    }
  }
}

const SUBJECTS = [
  'licenses',
  'events',
  'pages',
  'placements',
  'renewals',
  'shops',
  'apps',
] as const;

/** Reasons to speak of what is gone, what waits to be sent of them, and what was answered. */
function wipeWords(draft: Draft, before: Ledger, marked: Marked): void {
  const gone = new Set(
    SUBJECTS.flatMap((name) =>
      before[name].map(({ id }) => id).filter((id) => draft.get(name, id) === undefined),
    ),
  );
  const forgotten = new Set(
    before.reminders.filter(({ subjectId }) => gone.has(subjectId)).map(({ id }) => id),
  );
  for (const id of forgotten) draft.remove('reminders', id);
  for (const delivery of before.deliveries) {
    const left = without(delivery, forgotten);
    if (left === null) draft.remove('deliveries', delivery.id);
    else draft.put('deliveries', left);
  }
  for (const { id } of before.answers) {
    if (marked.has(id) || gone.has(id.slice(id.indexOf('|') + 1))) draft.remove('answers', id);
  }
}

/** The same row with what is left to say; null = nothing is. */
function without(delivery: Delivery, forgotten: ReadonlySet<string>): Delivery | null {
  const kept = (ids: string[]): string[] => ids.filter((id) => !forgotten.has(id));
  const [reminderIds, resolvedIds] = [kept(delivery.reminderIds), kept(delivery.resolvedIds)];
  const had = delivery.reminderIds.length + delivery.resolvedIds.length;
  const has = reminderIds.length + resolvedIds.length;
  if (has === had) return delivery;
  return has === 0 ? null : { ...delivery, reminderIds, resolvedIds };
}
