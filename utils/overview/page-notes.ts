import { appKey, pageId } from '../ledger/names.ts';
import { shopIdOf } from '../ledger/whose.ts';
import type { App, Ledger } from '../model/ledger.ts';
import type { Problem, Reading } from '../model/reading.ts';
import type { Say } from '../model/say.ts';
import type { Instant } from '../model/time.ts';
import { jstDateOf } from '../calendar/jst.ts';
import { dateText } from '../reminders/days.ts';
import { apiNote } from './api-note.ts';
import { apiChangeOf } from './apis.ts';
import { choiceNote, functionNote, type ToolName } from './function-note.ts';
import { functionsView, neededBy } from './functions.ts';
import type { Note, PageNote } from './note.ts';

interface Words {
  now: Instant;
  t: Say;
  tool: ToolName;
}

/** What the page that was just read is to show a person, of what the ledger knows after it. */
export function pageNotes(ledger: Ledger, reading: Reading, words: Words): PageNote[] {
  const notes: [PageNote['kind'], Note | null][] = [
    ['apis', apisOn(ledger, reading, words)],
    ['functions', functionsOn(ledger, reading, words)],
    ['since', sinceOn(ledger, reading, words)],
  ];
  return notes.flatMap(([kind, note]) => (note ? [{ kind, ...note }] : []));
}

/** The app that a page names: of its shop, or, where it names none, the only one of that name. */
function appOf(
  ledger: Ledger,
  { shop }: Reading,
  developer: string,
  name: string,
): App | undefined {
  const shopId = shopIdOf(ledger, shop);
  const named = ledger.apps.filter(
    (one) =>
      (shopId === null || one.shopId === shopId) &&
      appKey(one.developer, one.name) === appKey(developer, name),
  );
  return named.length === 1 ? named[0] : undefined;
}

function apisOn(ledger: Ledger, reading: Reading, { t }: Words): Note | null {
  const { apis } = reading;
  const app = apis && appOf(ledger, reading, apis.developer, apis.app);
  if (!app) return null;
  const changes = ledger.licenses
    .filter(({ appId, goneAt }) => appId === app.id && goneAt === null)
    .map((license) => apiChangeOf(app.apis, license));
  const change = changes.find((one) => one !== null);
  return change ? apiNote(change, t) : null;
}

function functionsOn(ledger: Ledger, reading: Reading, { now, t, tool }: Words): Note | null {
  const { functions } = reading;
  if (!functions) return null;
  const shopId = shopIdOf(ledger, reading.shop);
  const own = ledger.apps.filter((app) => app.shopId === shopId && app.owner === 'shop');
  const app =
    functions.app === null
      ? (own.find((one) => one.functions?.unfinished) ?? own[0])
      : appOf(ledger, reading, functions.developer ?? '', functions.app);
  if (!app) return null;
  const choice = choiceNote(functions, neededBy(app, ledger), t, tool);
  const view = functionsView(app, ledger, now);
  return choice ?? (view && functions.stage === 'registered' ? functionNote(view, t, tool) : null);
}

/** What of the page could not be read, and since when. */
function sinceOn(ledger: Ledger, reading: Reading, { t }: Words): Note | null {
  const { problems, pageClass } = reading;
  if (problems.length === 0 && pageClass !== 'unreadable') return null;
  const id = pageId(shopIdOf(ledger, reading.shop), reading.page);
  const page = ledger.pages.find((one) => one.id === id);
  const since = page?.problemsSince ?? page?.since;
  const lines = [...new Set(problems.map((one) => what(one, t)))].slice(0, MOST_PROBLEMS);
  return {
    title: since === undefined ? t('mark.what') : t('mark.since', [momentOf(since, t)]),
    groups: lines.length === 0 ? [] : [{ title: t('mark.what'), lines }],
    foot: [t('mark.diagnosis')],
  };
}

const MOST_PROBLEMS = 5;

const momentOf = (at: Instant, t: Say): string => dateText(jstDateOf(at), t);

const what = ({ code, where, text, app, last4 }: Problem, t: Say): string =>
  [app, last4, t(`popup.problem.${code}`, [text === '' ? where : text])].filter(Boolean).join(' ');
