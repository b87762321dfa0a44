import type { App, Ledger } from '../model/ledger.ts';
import { MINUTE, type Instant } from '../model/time.ts';
import { connectorOf } from '../tools/connectors/index.ts';

/** The page that asks for 登録する may stay open that long before it is called left. */
const PATIENCE = 10 * MINUTE;

export interface FunctionsView {
  /** Functions that a bound tool needs and that RMS lists as not used, by tool. */
  missing: { connectorId: string; names: string[] }[];
  /** 確認する was pressed and 登録する not: `maybe` = nobody can tell, `notSaved` = the list is as it was. */
  unfinished: 'maybe' | 'notSaved' | null;
  readAt: Instant | null;
}

/** How the functions of the shop's own app stand; null where nothing was ever read of them. */
export function functionsView(
  app: App | undefined,
  ledger: Ledger,
  now: Instant,
): FunctionsView | null {
  const known = app?.functions;
  if (!app || !known) return null;
  const { registered, unfinished } = known;
  const unused = new Set(registered?.unused);
  const over = unfinished && (unfinished.left || now - unfinished.at > PATIENCE);
  return {
    missing: neededBy(app, ledger).flatMap(({ connectorId, names }) => {
      const lacking = names.filter((name) => unused.has(name));
      return lacking.length > 0 ? [{ connectorId, names: lacking }] : [];
    }),
    unfinished: over ? (unfinished.notSaved ? 'notSaved' : 'maybe') : null,
    readAt: registered?.at ?? null,
  };
}

/** What the tools that are bound to an app need of it, by tool. */
export function neededBy(
  app: Pick<App, 'id'>,
  { bindings }: Pick<Ledger, 'bindings'>,
): { connectorId: string; names: string[] }[] {
  const tools = new Set(
    bindings.filter(({ appId }) => appId === app.id).map((one) => one.connectorId),
  );
  return [...tools].map((connectorId) => ({
    connectorId,
    names: connectorOf(connectorId)?.requiredApis ?? [],
  }));
}
