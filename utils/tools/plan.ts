import type { CarriedInfo, CarryWarning } from '../model/carry.ts';
import type { App, Shop } from '../model/ledger.ts';
import { redactKeys } from '../model/secret.ts';
import type { Instant } from '../model/time.ts';
import type { FieldResult, FillOutcome, ToolBinding } from '../model/tool.ts';
import { isDead, toConfirm } from '../vault/carried-now.ts';
import { type FieldChoice, type FieldQuestion, questionsOf } from './choose.ts';
import { type Connector, nameOfField } from './connectors/type.ts';
import { isOtherApp } from './key-owner.ts';
import type { Look } from './session.ts';
import { NO_ORIGIN } from './statements.ts';
import { matchShop, type ShopMatch } from './shop-match.ts';

export interface FillQuestion {
  look: Look;
  connector: Connector;
  carried: CarriedInfo;
  /** The carried key's app; null where the ledger does not know it. */
  app: App | null;
  shops: Shop[];
  bindings: ToolBinding[];
  /** What the person confirmed for this fill. */
  shopConfirmed: boolean;
  originConfirmed: boolean;
  /** The person read what the guard says of the key. */
  warningsConfirmed: boolean;
  /** Which of several fields were meant; null = nobody was asked yet. */
  choices: FieldChoice[] | null;
}

/** What only the person can say; nothing was filled. */
export interface FillAsk {
  kind: 'ask';
  originConfirm: boolean;
  shopConfirm: boolean;
  fields: FieldQuestion[];
  warnings: CarryWarning[];
}

export type FillPlan =
  | FillAsk
  | { kind: 'refuse'; results: FieldResult[] }
  | {
      kind: 'go';
      /** The binding to write once something was filled; null for a key that the ledger does not know. */
      binding: ToolBinding | null;
      isNewBinding: boolean;
    };

/**
 * What to do with a fill, before any key is opened: ask the person, refuse, or go. The page script
 * checks again what can change in the page.
 */
export function planFill(question: FillQuestion, newId: () => string, now: Instant): FillPlan {
  const { look, connector } = question;
  const shop = matchShop({
    names: look.shopNames,
    shopId: question.carried.shopId,
    shops: question.shops,
    bindings: hereOf(question),
  });
  const refusal = refusalOf(question, shop);
  if (refusal) return { kind: 'refuse', results: allAs(connector, refusal) };
  const originConfirm = hereOf(question).length === 0 && !question.originConfirmed;
  const shopConfirm = shop !== 'same' && !question.shopConfirmed;
  const asked = questionsOf(look, question.carried, question.shops);
  const fields = question.choices === null ? asked : [];
  const warnings = question.warningsConfirmed ? [] : toConfirm(question.carried);
  if (originConfirm || shopConfirm || fields.length > 0 || warnings.length > 0) {
    return { kind: 'ask', originConfirm, shopConfirm, fields, warnings };
  }
  return { kind: 'go', ...bindingFor(question, shop, newId, now) };
}

/** Bindings of this tool at this origin, of any shop. */
const hereOf = ({ bindings, look }: FillQuestion): ToolBinding[] =>
  bindings.filter(
    ({ connectorId, origin }) => connectorId === look.connectorId && origin === look.origin,
  );

/** Bindings of this tool for the key's shop, at any origin; one that has no origin yet is bound to none. */
const ownOf = ({ bindings, look, carried }: FillQuestion): ToolBinding[] =>
  bindings.filter(
    ({ connectorId, shopId, origin }) =>
      connectorId === look.connectorId && shopId === carried.shopId && origin !== NO_ORIGIN,
  );

/** The tool as the person named it before any page of it was seen: the first fill gives it its origin. */
const namedBefore = ({ bindings, look, carried }: FillQuestion): ToolBinding | undefined =>
  bindings.find(
    ({ connectorId, shopId, appId, origin }) =>
      connectorId === look.connectorId &&
      shopId === carried.shopId &&
      appId === carried.appId &&
      origin === NO_ORIGIN,
  );

function refusalOf(question: FillQuestion, shop: ShopMatch): FillOutcome | null {
  const { look, connector, carried, app } = question;
  if (!look.origin.startsWith('https://')) return 'notHttps';
  const own = ownOf(question);
  const here = own.filter(({ origin }) => origin === look.origin);
  if (own.length > 0 && here.length === 0) return 'wrongOrigin';
  if (here.length > 0 && here.every(({ appId }) => appId !== carried.appId)) return 'otherApp';
  if (isOtherApp(connector, app, carried)) return 'otherApp';
  if (isDead(carried)) return 'deadKey';
  return shop === 'other' ? 'otherShop' : null;
}

function bindingFor(
  question: FillQuestion,
  shop: ShopMatch,
  newId: () => string,
  now: Instant,
): { binding: ToolBinding | null; isNewBinding: boolean } {
  const { look, carried } = question;
  if (carried.shopId === null || carried.appId === null) {
    return { binding: null, isNewBinding: false };
  }
  // Only what the person was asked about is remembered as the shop's name on this tool.
  const confirmedName = shop === 'unknown' ? (look.shopNames[0] ?? null) : null;
  const known = ownOf(question).find(
    ({ appId, origin }) => appId === carried.appId && origin === look.origin,
  );
  const binding: ToolBinding = known ?? {
    ...(namedBefore(question) ?? {
      id: newId(),
      shopId: carried.shopId,
      connectorId: look.connectorId,
      appId: carried.appId,
      shopOnTool: null,
      createdAt: now,
    }),
    origin: look.origin,
  };
  const shopOnTool = binding.shopOnTool ?? confirmedName;
  const settingsPath = pathOf(look);
  return {
    binding: { ...binding, shopOnTool, ...(settingsPath !== null && { settingsPath }) },
    isNewBinding: known === undefined,
  };
}

/** A path in which something looks like a key is not kept (promise 2). */
const pathOf = ({ path }: Look): string | null => (redactKeys(path) === path ? path : null);

const allAs = (connector: Connector, outcome: FillOutcome): FieldResult[] =>
  connector.fields.map((field) => ({ ...nameOfField(field), outcome }));
