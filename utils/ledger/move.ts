import type { App, License, PageStatus } from '../model/ledger.ts';
import type { Draft } from './draft.ts';
import { leaveGroup } from './leave-group.ts';
import { readExpiry, withDated } from './merge-expiry.ts';
import { appKey, pageId } from './names.ts';

/** Old id → the id that stands for it now. */
type Ids = Map<string, string>;

/** Everything of one shop becomes the other's; what both have is made one. The first shop is removed. */
export function moveShop(draft: Draft, from: string, into: string): void {
  const apps = moveApps(draft, from, into);
  const licenses = moveLicenses(draft, from, into, apps);
  moveEvents(draft, from, into);
  const pages = movePages(draft, from, into);
  for (const binding of ofShop(draft.all('bindings'), from)) {
    draft.put('bindings', {
      ...binding,
      shopId: into,
      appId: apps.get(binding.appId) ?? binding.appId,
    });
  }
  for (const removal of ofShop(draft.all('toolRemovals'), from)) {
    const appId = apps.get(removal.appId) ?? removal.appId;
    draft.put('toolRemovals', { ...removal, shopId: into, appId });
  }
  for (const renewal of ofShop(draft.all('renewals'), from)) {
    const appId = apps.get(renewal.appId) ?? renewal.appId;
    draft.put('renewals', { ...renewal, shopId: into, appId });
  }
  pointAnew(draft, licenses);
  leaveGroup(draft, from, into);
  moveReminders(draft, { from, into }, new Map([...licenses, ...pages]));
  draft.remove('shops', from);
}

const ofShop = <T extends { shopId: string | null }>(rows: T[], shopId: string): T[] =>
  rows.filter((row) => row.shopId === shopId);

function moveApps(draft: Draft, from: string, into: string): Ids {
  const known = new Map(
    ofShop(draft.all('apps'), into).map((app) => [appKey(app.developer, app.name), app.id]),
  );
  const ids: Ids = new Map();
  for (const app of ofShop(draft.all('apps'), from)) {
    const same = known.get(appKey(app.developer, app.name));
    ids.set(app.id, same ?? app.id);
    if (same) joinApps(draft, same, app);
    else draft.put('apps', { ...app, shopId: into });
  }
  return ids;
}

/** What was read of the same app's APIs and functions under either shop: the known one's own goes first. */
function joinApps(draft: Draft, knownId: string, { id, apis, functions }: App): void {
  const known = draft.get('apps', knownId);
  draft.remove('apps', id);
  if (!known) return;
  draft.put('apps', { ...(apis && { apis }), ...(functions && { functions }), ...known });
}

function moveLicenses(draft: Draft, from: string, into: string, apps: Ids): Ids {
  const known = ofShop(draft.all('licenses'), into);
  const ids: Ids = new Map();
  for (const license of ofShop(draft.all('licenses'), from)) {
    const appId = apps.get(license.appId) ?? license.appId;
    const moved = { ...license, shopId: into, appId };
    const same = known.find((one) => one.appId === appId && one.last4 === license.last4);
    if (!same) {
      draft.put('licenses', moved);
      continue;
    }
    ids.set(license.id, same.id);
    draft.remove('licenses', license.id);
    draft.put('licenses', { ...oneKey(moved, same), id: same.id });
  }
  return ids;
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** Two records of one key: what was seen later stands, by the same rules as if it had been read later. */
function oneKey(a: License, b: License): License {
  const [older, newer] = a.lastSeenAt <= b.lastSeenAt ? [a, b] : [b, a];
  const dated =
    newer.expiry === null || newer.expiry.basis === 'person'
      ? { expiry: older.expiry ?? newer.expiry, conflict: older.conflict ?? newer.conflict }
      : readExpiry(older, newer.expiry.on, older.state !== newer.state, newer.lastSeenAt).dated;
  const fingerprint = newer.fingerprint ?? older.fingerprint;
  return {
    ...withDated(newer, dated),
    ...(fingerprint && { fingerprint }),
    firstSeenAt: Math.min(a.firstSeenAt, b.firstSeenAt),
    issuedSeenAt: earliest(a.issuedSeenAt, b.issuedSeenAt),
    updateSeenSince:
      newer.updateSeenSince === null ? null : earliest(a.updateSeenSince, b.updateSeenSince),
    goneAt: a.goneAt === null || b.goneAt === null ? null : newer.goneAt,
    missedReadings: Math.min(a.missedReadings, b.missedReadings),
  };
}

function moveEvents(draft: Draft, from: string, into: string): void {
  const known = ofShop(draft.all('events'), into);
  for (const event of ofShop(draft.all('events'), from)) {
    const same = known.find(
      (one) =>
        one.startedOn === event.startedOn &&
        appKey(one.company, one.service) === appKey(event.company, event.service),
    );
    if (!same) draft.put('events', { ...event, shopId: into });
    else {
      draft.remove('events', event.id);
      const newer = same.lastSeenAt < event.lastSeenAt ? event : same;
      const firstSeenAt = Math.min(same.firstSeenAt, event.firstSeenAt);
      draft.put('events', { ...newer, id: same.id, shopId: into, firstSeenAt });
    }
  }
}

function movePages(draft: Draft, from: string, into: string): Ids {
  const ids: Ids = new Map();
  for (const page of ofShop(draft.all('pages'), from)) {
    const moved: PageStatus = { ...page, id: pageId(into, page.page), shopId: into };
    const same = draft.get('pages', moved.id);
    const newer = same && same.at > moved.at ? same : moved;
    const readAt = Math.max(same?.readAt ?? 0, moved.readAt ?? 0) || null;
    draft.remove('pages', page.id);
    draft.put('pages', { ...newer, readAt });
    ids.set(page.id, moved.id);
  }
  return ids;
}

/** Evidence about a key that became one with another now speaks of that one. */
function pointAnew(draft: Draft, licenses: Ids): void {
  if (licenses.size === 0) return;
  const anew = <T extends { licenseId: string } | null>(fact: T): T =>
    fact && licenses.has(fact.licenseId)
      ? { ...fact, licenseId: licenses.get(fact.licenseId) ?? fact.licenseId }
      : fact;
  for (const placement of draft.all('placements')) {
    const { holds, works } = placement;
    draft.put('placements', { ...placement, holds: anew(holds), works: anew(works) });
  }
  const other = (id: string | null): string | null => (id && licenses.get(id)) ?? id;
  for (const renewal of draft.all('renewals')) {
    const { oldLicenseId, newLicenseId } = renewal;
    draft.put('renewals', {
      ...renewal,
      oldLicenseId: other(oldLicenseId),
      newLicenseId: other(newLicenseId),
    });
  }
  for (const test of draft.all('keyTests')) draft.put('keyTests', anew(test));
}

/** What was already said of a key stays said under its new owner, so that it is not said twice. */
function moveReminders(draft: Draft, shop: { from: string; into: string }, subjects: Ids): void {
  for (const reminder of ofShop(draft.all('reminders'), shop.from)) {
    const subjectId = subjects.get(reminder.subjectId) ?? reminder.subjectId;
    draft.put('reminders', { ...reminder, shopId: shop.into, subjectId });
  }
  for (const delivery of draft.all('deliveries')) {
    if (delivery.target === shop.from) draft.put('deliveries', { ...delivery, target: shop.into });
  }
}
