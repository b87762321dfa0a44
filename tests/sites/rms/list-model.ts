import { clockTime, slashDate } from '../lib/jst.ts';
import type { RmsShop } from './model.ts';
import { expiryOf, last4Of, stateOf } from './states.ts';
import type { RmsWorld } from './world.ts';

export interface ListRow {
  developer: string;
  app: string;
  last4: string;
  expiry: string;
  state: string;
  functions: number;
  href: string;
}

export interface EventListRow {
  company: string;
  service: string;
  startedAt: string;
  state: string;
}

/** What アプリ一覧 says, before any markup. */
export interface ListModel {
  rows: ListRow[];
  events: EventListRow[];
  query: string;
  eventQuery: string;
  page: number;
  pages: number;
}

const has = (query: string, ...texts: string[]): boolean =>
  texts.some((text) => text.includes(query));

function rowsOf(world: RmsWorld, shop: RmsShop): ListRow[] {
  const now = world.clock();
  return shop.apps.flatMap((app) =>
    app.licenses
      .filter((l) => !l.superseded || (world.options.oldKeysInList && l.phase !== 'stopped'))
      .toReversed()
      .map((license) => ({
        developer: app.developer,
        app: app.name,
        last4: last4Of(license),
        expiry: expiryOf(app, license),
        state: stateOf(app, license, now),
        functions: app.functions.length,
        href: `/apisson/apps/${license.id}`,
      })),
  );
}

const eventsOf = (shop: RmsShop): EventListRow[] =>
  shop.events.map(({ company, service, startedAt, state }) => ({
    company,
    service,
    startedAt: `${slashDate(startedAt)} ${clockTime(startedAt)}`,
    state,
  }));

/** The list of a shop, filtered as キーワード検索 filters (部分一致) and cut into pages. */
export function listModel(world: RmsWorld, shop: RmsShop, query: URLSearchParams): ListModel {
  const q = query.get('q') ?? '';
  const eq = query.get('eq') ?? '';
  const found = rowsOf(world, shop).filter((r) =>
    has(q, r.developer, r.app, r.last4, r.expiry, r.state),
  );
  const size = world.options.pageSize ?? Math.max(1, found.length);
  const pages = Math.max(1, Math.ceil(found.length / size));
  const page = Math.min(pages, Math.max(1, Number(query.get('page') ?? '1') || 1));
  return {
    rows: found.slice((page - 1) * size, page * size),
    events: eventsOf(shop).filter((e) => has(eq, e.company, e.service, e.startedAt, e.state)),
    query: q,
    eventQuery: eq,
    page,
    pages,
  };
}
