import type { ApiList, FunctionList, FunctionStage } from '../model/functions.ts';
import { BUTTONS } from './dom/selectors.ts';
import { isBefore } from './dom/tree.ts';
import { isGone } from './dom/visible.ts';
import { isMarkedNew, isUsed, type NamedRow, namedRows } from './function-rows.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { type AppName, ownerOf } from './licenses.ts';
import { LIMITS } from './limits.ts';
import type { Look } from './look.ts';
import type { Heading } from './sections.ts';
import { nameOf, noteOf, squeeze } from './text.ts';

export interface Listed {
  apis?: ApiList;
  functions?: FunctionList;
}

const FUNCTION_CHARS = 100;

/** What a page lists of API functions: those of a vendor's app, or those of the shop's own. `app` = whose page it is. */
export function functionsOf(look: Look, app: AppName | null): Listed {
  const raw = look.body.textContent ?? '';
  const speaks = FUNCTION_WORDS.apis.test(raw) || FUNCTION_WORDS.functions.test(raw);
  if (!speaks) return {};
  const titles = [...look.headings, { text: look.document.title, el: look.body } as Heading];
  const titled = (words: RegExp): boolean => titles.some(({ text }) => words.test(text));
  const vendor = app !== null && ownerOf(app.developer, look.shop().shop.name) === 'vendor';
  if (!titled(vendor ? FUNCTION_WORDS.apis : FUNCTION_WORDS.functions)) return {};
  const rows = namedRows(look.body).filter(onlyOnce());
  if (vendor) return rows.length > 0 ? { apis: apisOn(look, app, rows) } : {};
  return functionsOn(look, app, rows);
}

function onlyOnce(): (row: NamedRow) => boolean {
  const seen = new Set<string>();
  return ({ name }) => !seen.has(name) && seen.add(name) !== null;
}

function apisOn(look: Look, { developer, app }: AppName, rows: readonly NamedRow[]): ApiList {
  const grouped = rows.map((row) => FUNCTION_WORDS.added.test(row.group || titleOver(look, row)));
  // A title over all of them (「追加されたアクセス」) sets none apart.
  const apart = grouped.some((added) => !added);
  return {
    developer,
    app,
    asks: asksOn(look.body),
    rows: rows.map((row, i) => ({
      name: nameIn(row),
      about: noteOf(row.about, LIMITS.name),
      isNew: isMarkedNew(row) || (apart && grouped[i] === true),
    })),
  };
}

const nameIn = ({ name }: NamedRow): string => nameOf(name).slice(0, FUNCTION_CHARS);

const titleOver = ({ headings }: Look, { els }: NamedRow): string =>
  headings.findLast(({ el }) => els[0] && isBefore(el, els[0]))?.text ?? '';

function buttonsIn(root: Element): string[] {
  return [...root.querySelectorAll(BUTTONS)]
    .filter((el) => !isGone(el))
    .map((el) => squeeze(el.textContent || (el as HTMLInputElement).value || ''));
}

function asksOn(root: Element): ApiList['asks'] {
  const buttons = buttonsIn(root);
  if (buttons.some((text) => FUNCTION_WORDS.update.test(text))) return 'update';
  return buttons.some((text) => FUNCTION_WORDS.approve.test(text)) ? 'approval' : null;
}

function functionsOn(look: Look, app: AppName | null, rows: readonly NamedRow[]): Listed {
  const stage = stageOf(look, rows);
  if (stage === null) return {};
  const read = rows.map((row) => ({ name: nameIn(row), used: isUsed(row) }));
  // The page that asks for 登録する may show the chosen ones alone.
  const chosen = stage === 'confirming' && read.every(({ used }) => used === null);
  const list = chosen ? read.map((row) => ({ ...row, used: true })) : read;
  // A page that only explains functions names no app and says of none whether it is used.
  if (stage === 'registered' && (!app || list.every(({ used }) => used === null))) return {};
  return {
    functions: { developer: app?.developer ?? null, app: app?.app ?? null, stage, rows: list },
  };
}

function stageOf({ body, text }: Look, rows: readonly NamedRow[]): FunctionStage | null {
  const buttons = buttonsIn(body);
  const has = (words: RegExp): boolean => buttons.some((text) => words.test(text));
  if (rows.length === 0) return FUNCTION_WORDS.done.test(text()) ? 'done' : null;
  const fields = rows.some(({ els }) => els.some((el) => el.querySelector(ENTRY) !== null));
  if (fields) return 'editing';
  return has(FUNCTION_WORDS.register) && !has(FUNCTION_WORDS.confirm) ? 'confirming' : 'registered';
}

const ENTRY =
  'input[type="checkbox"]:not(:disabled),input[type="radio"]:not(:disabled),select:not(:disabled)';

/** The heading over a list of APIs or functions: what we have to say of it stands below. */
export const asideOf = ({ headings }: Look): Element | null =>
  headings.find(({ text }) => FUNCTION_WORDS.apis.test(text) || FUNCTION_WORDS.functions.test(text))
    ?.el ?? null;
