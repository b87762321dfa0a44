import type { ApiList, AppApis } from '../model/functions.ts';
import type { App } from '../model/ledger.ts';
import { noteOf, type Merging } from './merging.ts';
import { appKey } from './names.ts';

/** As many names as an entry of the history spells out. */
const SPELT_OUT = 20;
const NEVER: AppApis = { agreed: null, asked: null };

/**
 * Keeps, for each app, the list that was agreed to and the one that is asked for. While RMS says 更新あり or
 * 承認待ち of a key of the app, a list without the question is not taken for agreed: an older key's page may
 * show the new list and offer nothing.
 */
export function mergeApis(m: Merging, shopId: string): void {
  const { apis } = m.reading;
  const app = apis && appNamed(m, shopId, apis);
  if (!apis || !app || apis.rows.length === 0) return;
  const was = app.apis ?? NEVER;
  const names = apis.rows.map(({ name }) => name);
  if (apis.asks !== null) {
    const asked = { why: apis.asks, rows: apis.rows, at: m.at };
    m.draft.put('apps', { ...app, apis: { ...was, asked } });
    if (!asksTheSame(was.asked, asked)) noteAsked(m, app, was, asked);
  } else if (!isStillAsked(m, app)) {
    m.draft.put('apps', { ...app, apis: { agreed: { names, at: m.at }, asked: null } });
    if (was.asked) {
      noteOf(m, shopId, 'apisAgreed', app.id, { asked: was.asked.why, count: names.length });
    }
  }
}

const appNamed = (m: Merging, shopId: string, { developer, app }: ApiList): App | undefined =>
  m.draft
    .all('apps')
    .find(
      (one) => one.shopId === shopId && appKey(one.developer, one.name) === appKey(developer, app),
    );

const isStillAsked = (m: Merging, app: App): boolean =>
  m.draft
    .all('licenses')
    .some(
      ({ appId, goneAt, state }) =>
        appId === app.id &&
        goneAt === null &&
        (state === 'updateAvailable' || state === 'awaitingApproval'),
    );

type Asked = NonNullable<AppApis['asked']>;

const asksTheSame = (was: Asked | null, now: Asked): boolean =>
  was?.why === now.why &&
  was.rows.length === now.rows.length &&
  was.rows.every((row, i) => row.name === now.rows[i]?.name);

function noteAsked(m: Merging, app: App, { agreed }: AppApis, { why, rows }: Asked): void {
  const known = new Set(agreed?.names);
  const added = agreed ? rows.filter(({ name }) => !known.has(name)) : [];
  noteOf(m, app.shopId, 'apisAsked', app.id, {
    asked: why,
    count: rows.length,
    added: added
      .slice(0, SPELT_OUT)
      .map(({ name }) => name)
      .join(' '),
  });
}
