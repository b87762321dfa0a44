import type { AppFunctions, FunctionList, Unfinished } from '../model/functions.ts';
import type { App } from '../model/ledger.ts';
import { noteOf, type Merging } from './merging.ts';
import { appKey } from './names.ts';

const NEVER: AppFunctions = { registered: null, unfinished: null };

/**
 * Keeps which functions of the shop's own app are selected, and notices a save that stopped half way:
 * 確認する was pressed and 登録する was not (rms.md §1, a common fault).
 */
export function mergeFunctions(m: Merging, shopId: string): void {
  const { functions } = m.reading;
  const own = m.draft.all('apps').filter((app) => app.shopId === shopId && app.owner === 'shop');
  const app = functions && appOf(own, functions);
  for (const other of own) {
    if (other !== app || functions?.stage === 'editing') leave(m, other);
  }
  if (!app || !functions) return;
  const was = app.functions ?? NEVER;
  const now = NEXT[functions.stage](m, was, functions);
  if (now !== was) m.draft.put('apps', { ...app, functions: now });
  tell(m, app, was, now);
}

/** A page of 利用機能編集 names no app: the only own one is meant, or the one whose list was read last. */
function appOf(own: App[], { developer, app }: FunctionList): App | undefined {
  if (developer !== null && app !== null) {
    return own.find((one) => appKey(one.developer, one.name) === appKey(developer, app));
  }
  return own.toSorted((a, b) => readAt(b) - readAt(a))[0];
}

const readAt = ({ functions }: App): number =>
  Math.max(functions?.registered?.at ?? 0, functions?.unfinished?.at ?? 0);

/** Another page of the shop is shown: the one that asks for 登録する is not in front any more. */
function leave(m: Merging, app: App): void {
  const { functions } = app;
  if (!functions?.unfinished || functions.unfinished.left || functions.unfinished.at >= m.at)
    return;
  const unfinished = { ...functions.unfinished, left: true };
  m.draft.put('apps', { ...app, functions: { ...functions, unfinished } });
}

const usedIn = ({ rows }: FunctionList, used: boolean): string[] =>
  rows.filter((row) => row.used === used).map(({ name }) => name);

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === a.length;

type Step = (m: Merging, was: AppFunctions, list: FunctionList) => AppFunctions;

const NEXT: Record<FunctionList['stage'], Step> = {
  editing: (_m, was) => was,
  done: (_m, was) => (was.unfinished ? { ...was, unfinished: null } : was),
  confirming: (m, was, list) => {
    const used = usedIn(list, true);
    if (was.unfinished && !was.unfinished.left && sameSet(was.unfinished.used, used)) return was;
    return { ...was, unfinished: { used, at: m.at, left: false, notSaved: false } };
  },
  registered: (m, was, list) => {
    const registered = { used: usedIn(list, true), unused: usedIn(list, false), at: m.at };
    return { registered, unfinished: stillUnfinished(was, registered.used, m.at) };
  },
};

/** The list shows what was chosen, or something else than before: saved. It is as it was: it was not. */
function stillUnfinished(was: AppFunctions, used: string[], at: number): Unfinished | null {
  const { unfinished, registered } = was;
  if (!unfinished || sameSet(unfinished.used, used)) return null;
  if (registered && !sameSet(registered.used, used)) return null;
  return { ...unfinished, left: true, notSaved: unfinished.notSaved || unfinished.at < at };
}

function tell(m: Merging, app: App, was: AppFunctions, now: AppFunctions): void {
  const before = was.registered?.used;
  const after = now.registered?.used;
  if (before && after && !sameSet(before, after)) {
    noteOf(m, app.shopId, 'functionsChanged', app.id, {
      added: after.filter((name) => !before.includes(name)).join(' '),
      removed: before.filter((name) => !after.includes(name)).join(' '),
    });
  }
  if (now.unfinished?.notSaved && !was.unfinished?.notSaved) {
    noteOf(m, app.shopId, 'functionsUnfinished', app.id, { count: now.unfinished.used.length });
  }
}
