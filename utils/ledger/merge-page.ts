import type { PageStatus } from '../model/ledger.ts';
import type { PageClass, Problem } from '../model/reading.ts';
import { isNewer, noteOf, type Merging } from './merging.ts';
import { appKey, pageId } from './names.ts';

/** Pages that hold no keys now and say nothing of the keys: not looked at, no alarm (promise 4). */
const NOT_LOOKED = new Set<PageClass>(['loggedOut', 'noPermission', 'maintenance', 'robotCheck']);
/** What a page that RMS shows to a member of staff proves to be over. */
const OVER_ONCE_INSIDE = new Set<PageClass>(['loggedOut', 'maintenance']);

/** Records what this kind of page said, and ends what it proves to be over. */
export function mergePage(
  m: Merging,
  shopId: string | null,
  problems: Problem[],
  complete: boolean,
): void {
  const id = pageId(shopId, m.reading.page);
  const old = m.draft.get('pages', id);
  if (old && isNewer(m, old.at)) {
    const readAt = m.reading.pageClass === 'keys' ? Math.max(old.readAt ?? 0, m.at) : old.readAt;
    m.draft.put('pages', { ...old, readAt });
    return;
  }
  clearOvertaken(m, id, shopId, complete);
  if (old && outranks(old, m.reading.pageClass)) return;
  const status = statusAfter(m, old, {
    id,
    shopId,
    problems: keptProblems(m, old, problems, complete),
  });
  m.draft.put('pages', status);
  if (isAlarm(status) && !(old && isAlarm(old))) {
    noteOf(m, shopId, 'pageUnreadable', id, {
      page: status.page,
      code: status.problems[0]?.code ?? null,
      where: status.problems[0]?.where ?? null,
    });
  }
}

const isAlarm = (page: PageStatus): boolean =>
  page.pageClass === 'unreadable' || page.problems.length > 0;

/**
 * An alarm stands until such a page is read: a log-out, or another page without keys, does not end it.
 * A page without keys says nothing against an earlier reading either.
 */
function outranks(old: PageStatus, pageClass: PageClass): boolean {
  if (pageClass === 'none') return !OVER_ONCE_INSIDE.has(old.pageClass) && old.pageClass !== 'none';
  return NOT_LOOKED.has(pageClass) && old.pageClass === 'unreadable';
}

function statusAfter(
  m: Merging,
  old: PageStatus | undefined,
  rest: Pick<PageStatus, 'id' | 'shopId' | 'problems'>,
): PageStatus {
  const { page, pageClass } = m.reading;
  return {
    ...rest,
    page,
    pageClass,
    since: old?.pageClass === pageClass ? old.since : m.at,
    at: m.at,
    readAt: pageClass === 'keys' ? m.at : (old?.readAt ?? null),
    ...(rest.problems.length > 0 && { problemsSince: old?.problemsSince ?? m.at }),
  };
}

/**
 * A partial page (a filtered list, the detail of one app) does not show the other rows, so that what could
 * not be read of them still stands.
 */
function keptProblems(
  m: Merging,
  old: PageStatus | undefined,
  problems: Problem[],
  complete: boolean,
): Problem[] {
  if (!old || m.reading.pageClass === 'unreadable' || complete) return problems;
  if (m.reading.pageClass !== 'keys') return old.problems;
  const shown = new Set(
    [...m.reading.licenses, ...problems].map((one) => appKey(one.developer ?? '', one.app ?? '')),
  );
  const others = old.problems.filter(
    ({ developer, app }) => app !== null && !shown.has(appKey(developer ?? '', app)),
  );
  return [...others, ...problems];
}

function clearOvertaken(m: Merging, id: string, shopId: string | null, complete: boolean): void {
  const { pageClass, page } = m.reading;
  if (pageClass !== 'keys' && pageClass !== 'none') return;
  for (const other of m.draft.all('pages')) {
    if (other.id === id || isNewer(m, other.at)) continue;
    if (other.shopId !== null && other.shopId !== shopId) continue;
    const inside = OVER_ONCE_INSIDE.has(other.pageClass);
    // Nobody knew whose that page was; now the same kind of page is read.
    const sameKind = pageClass === 'keys' && other.shopId === null && other.page === page;
    // Every key of the shop is known, so that an odd page elsewhere hides nothing.
    const allKnown = complete && other.page === 'other' && isAlarm(other);
    if (sameKind || allKnown) m.draft.remove('pages', other.id);
    else if (inside) endNotLooked(m, other);
  }
}

/** Back to what it last said, where it said something. */
function endNotLooked(m: Merging, page: PageStatus): void {
  if (page.readAt === null) m.draft.remove('pages', page.id);
  else m.draft.put('pages', { ...page, pageClass: 'keys', since: page.readAt, at: page.readAt });
}
