import { jstDateOf } from '../calendar/jst.ts';
import { AppError } from '../model/errors.ts';
import type { LedgerChange } from '../model/ledger.ts';
import type { CarriedInfo } from '../model/carry.ts';
import { fieldName, type FieldResult } from '../model/tool.ts';
import { carriedNow } from '../vault/carried-now.ts';
import type { HeldToken } from '../vault/safe/items.ts';
import { attributeTest } from './attribute.ts';
import type { FieldChoice } from './choose.ts';
import type { Connector } from './connectors/type.ts';
import { connectorsOf, type Lesson, pointedIn, teach } from './custom.ts';
import type {
  DeskDeps,
  Done,
  FillAnswer,
  FillRequest,
  Known,
  SeenPage,
  SettingsWish,
  ToolDesk,
  ToolInFront,
} from './desk-types.ts';
import { domainOf } from './domain.ts';
import { planFill } from './plan.ts';
import { inOrder, prepareFill, prepareSettings } from './prepare.ts';
import { lookSpec, recognise } from './recognise.ts';
import { recordFill, recordToolTest } from './records.ts';
import { type LastFill, type Look, lookOf } from './session.ts';

/** Looks at tools' pages, fills them, reads their tests: what the popup's commands do, in one place. */
export function toolDesk(deps: DeskDeps): ToolDesk {
  const { page, session, carry, now, newId } = deps;

  const look = async (tabId: number, known: Known): Promise<SeenPage> => {
    const connectors = connectorsOf(known.customTools);
    const { facts, documentId } = await page.look(tabId, lookSpec(connectors));
    const boundIds = known.bindings
      .filter(({ origin }) => origin === facts.origin)
      .map(({ connectorId }) => connectorId);
    const taughtIds = known.customTools
      .filter(({ origins }) => origins.includes(facts.origin))
      .map(({ id }) => id);
    const recognised = recognise(facts, connectors, [...boundIds, ...taughtIds]);
    const pointed = pointedIn(facts, known.customTools);
    if (recognised === null) return { tool: null, pointed };
    const seen = lookOf({ facts, recognised, tabId, documentId }, newId(), now());
    await session.saveLook(seen);
    const tool = shown(seen, recognised.connector, boundIds, await session.findFill(tabId));
    return { tool, pointed };
  };

  const learn = async (lesson: Lesson, known: Known): Promise<LedgerChange> => {
    const { facts } = await page.look(lesson.tabId, lookSpec([]));
    const field = facts.fields.find(({ ref }) => ref === facts.pointed);
    if (!field || facts.origin !== lesson.origin) throw new AppError('pageGone');
    return teach(known, { ...lesson, facts: field }, newId, now());
  };

  const found = async (
    tabId: number,
    lookId: string,
    { customTools }: Known,
  ): Promise<[Look, Connector]> => {
    const seen = await session.findLook(tabId, lookId);
    if (seen === null) throw new AppError('pageGone');
    const connector = connectorsOf(customTools).find(({ id }) => id === seen.connectorId);
    if (connector === undefined) throw new AppError('toolUnknown');
    return [seen, connector];
  };

  const fillIn = async (wish: FillRequest, known: Known): Promise<Done<FillAnswer>> => {
    const [seen, connector] = await found(wish.tabId, wish.lookId, known);
    const taken = (await carry.list()).find(({ id }) => id === wish.carryId);
    if (taken === undefined) throw new AppError('carryGone');
    const carried = carriedNow(taken, known, jstDateOf(now()));
    const app = known.apps.find(({ id }) => id === carried.appId) ?? null;
    const question = { ...known, ...wish, look: seen, connector, carried, app };
    const plan = planFill(question, newId, now());
    if (plan.kind === 'ask') return { answer: plan, change: null };
    const results =
      plan.kind === 'refuse'
        ? plan.results
        : await act(seen, connector, carried, known, wish.choices ?? []);
    const binding = plan.kind === 'go' ? plan.binding : null;
    if (binding && carried.licenseId && results.some(isFilledKey)) {
      const { tabId, connectorId, origin } = seen;
      const { licenseId, last4 } = carried;
      const bindingId = binding.id;
      await session.saveFill({
        version: 1,
        tabId,
        connectorId,
        origin,
        bindingId,
        licenseId,
        last4,
        at: now(),
      });
    }
    const { connectorId, origin } = seen;
    const { shopId, licenseId } = carried;
    const { placements } = known;
    const record = { binding, connectorId, origin, shopId, licenseId, results, placements };
    return { answer: { kind: 'done', results }, change: recordFill(record, newId, now()) };
  };

  const act = async (
    seen: Look,
    connector: Connector,
    carried: CarriedInfo,
    known: Known,
    choices: FieldChoice[],
  ): Promise<FieldResult[]> => {
    const license = known.licenses.find(({ id }) => id === carried.licenseId);
    const credentials = await carry.open(carried.id);
    const { order, refused } = prepareFill(
      seen,
      connector,
      credentials,
      license?.expiry?.on ?? null,
      choices,
    );
    const results = order.steps.length === 0 ? [] : await page.fill(seen, order);
    return inOrder(connector, [...refused, ...results]);
  };

  const readTest = async (tabId: number, lookId: string, known: Known) => {
    const [seen, connector] = await found(tabId, lookId, known);
    const last = await session.findFill(tabId);
    const binding = known.bindings.find(({ id }) => id === last?.bindingId);
    const keyField = seen.fields.find(({ field }) => field === 'licenseKey')?.target ?? null;
    const words = connector.test;
    if (words === null || last === null || binding === undefined) return nothingRun;
    const read = await page.readTest(seen, { token: seen.token, words, keyField });
    const result = attributeTest(read, seen, last);
    if (result === 'notRun') return nothingRun;
    const { placements } = known;
    const ok = result === 'ok';
    const change = recordToolTest({ binding, placements }, last.licenseId, ok, now());
    return { answer: { result }, change };
  };

  const fillSettings = async (
    wish: SettingsWish,
    held: HeldToken,
    known: Known,
  ): Promise<Done<FillAnswer>> => {
    const [seen, connector] = await found(wish.tabId, wish.lookId, known);
    if (!wish.originConfirmed) {
      const nothing = { shopConfirm: false, fields: [], warnings: [] };
      return { answer: { kind: 'ask', originConfirm: true, ...nothing }, change: null };
    }
    const { order, refused } = prepareSettings(seen, connector, held);
    const isSafe = seen.origin.startsWith('https://');
    const filled = isSafe && order.steps.length > 0 ? await page.fill(seen, order) : [];
    const results = isSafe
      ? inOrder(connector, [...refused, ...filled])
      : order.steps.map((step) => Object.assign(fieldName(step), { outcome: 'notHttps' as const }));
    const { connectorId, origin } = seen;
    const none = { binding: null, shopId: null, licenseId: null, placements: [] };
    const change = recordFill({ ...none, connectorId, origin, results }, newId, now());
    return { answer: { kind: 'done', results }, change };
  };

  return { look, learn, fillIn, fillSettings, readTest };
}

const nothingRun = { answer: { result: 'notRun' as const }, change: null };

const isFilledKey = ({ field, outcome }: FieldResult): boolean =>
  field === 'licenseKey' && outcome === 'filled';

const shown = (
  look: Look,
  connector: Connector,
  boundIds: string[],
  last: LastFill | null,
): ToolInFront => ({
  lookId: look.id,
  connectorId: connector.id,
  origin: look.origin,
  domain: domainOf(new URL(look.origin).hostname),
  bound: boundIds.includes(connector.id),
  fields: look.fields.map((each) =>
    Object.assign(fieldName(each), { label: each.label, found: each.found }),
  ),
  shopOnPage: look.shopNames[0] ?? null,
  hasTest: connector.test !== null && connector.test.ok.length > 0,
  filled: filledHere(look, last),
});

const filledHere = (look: Look, last: LastFill | null): ToolInFront['filled'] =>
  last?.connectorId === look.connectorId && last.origin === look.origin
    ? { bindingId: last.bindingId, last4: last.last4, at: last.at }
    : null;
