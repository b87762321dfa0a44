import type { Instant } from '../model/time.ts';
import { DAY } from '../model/time.ts';
import type { FieldName } from '../model/tool.ts';
import type { SessionArea } from '../vault/ports.ts';
import type { FieldMatch } from './match-fields.ts';
import type { Anchors, FieldFacts, PageFacts, ShopText } from './page/types.ts';
import type { Recognised } from './recognise.ts';
import { lastFillSchema, lookSchema } from './session.schema.ts';

/** A field of the page as it is known again: by its reference in the document and by its words. */
export interface FieldTarget {
  ref: number;
  anchors: Anchors;
}

export interface LookField extends FieldName {
  field: FieldMatch['field'];
  label: string;
  found: FieldMatch['found'];
  /** null unless `found` is `one`. */
  target: FieldTarget | null;
  /** Where it is `many`: what a person may choose from, with the words around each. */
  candidates: (FieldTarget & { near: string })[];
}

/** What one look at one document was. It names the document, so that a fill can be refused for any other. */
export interface Look {
  version: 1;
  id: string;
  tabId: number;
  /** The browser's name of the document; null where it gives none (older Firefox). */
  documentId: string | null;
  /** Ours, made in the document. */
  token: string;
  connectorId: string;
  origin: string;
  path: string;
  fields: LookField[];
  shopNames: string[];
  shops: ShopText[];
  at: Instant;
}

/** The last fill in a tab, so that the tool's own test can be laid to the right key. No key in it. */
export interface LastFill {
  version: 1;
  tabId: number;
  connectorId: string;
  origin: string;
  bindingId: string;
  licenseId: string;
  last4: string;
  at: Instant;
}

/** Puts a recognised page into the shape that is remembered. */
export const lookOf = (
  seen: { facts: PageFacts; recognised: Recognised; tabId: number; documentId: string | null },
  id: string,
  now: Instant,
): Look => ({
  version: 1,
  id,
  tabId: seen.tabId,
  documentId: seen.documentId,
  token: seen.facts.token,
  connectorId: seen.recognised.connector.id,
  origin: seen.facts.origin,
  path: seen.facts.path,
  fields: seen.recognised.fields.map(({ facts, candidates, ...match }) => ({
    ...match,
    target: facts && targetOf(facts, match),
    candidates: candidates.map((each) => ({ ...targetOf(each, match), near: each.near })),
  })),
  shopNames: seen.recognised.shopNames,
  shops: seen.facts.shops,
  at: now,
});

/** Parts of one kind may differ in nothing but the heading that they stand under. */
const targetOf = ({ ref, anchors, section }: FieldFacts, { part }: FieldName): FieldTarget => ({
  ref,
  anchors: part === undefined ? anchors : { ...anchors, section },
});

export interface ToolSession {
  /** One look for each tab: a new one replaces the one before. */
  saveLook(look: Look): Promise<void>;
  /** null: unknown, replaced by a newer look, or not of this tab. */
  findLook(tabId: number, lookId: string): Promise<Look | null>;
  saveFill(fill: LastFill): Promise<void>;
  /** The last fill in the tab, at most a day old; null otherwise. */
  findFill(tabId: number): Promise<LastFill | null>;
}

const LOOK = 'look:';
const FILL = 'fill:';

/** What was seen and done in tabs, across the lives of the worker. Never a key. */
export function toolSession(session: SessionArea, now: () => Instant): ToolSession {
  return {
    saveLook: (look) => session.set(LOOK + look.tabId, look),
    findLook: async (tabId, lookId) => {
      const parsed = lookSchema.safeParse(await session.get(LOOK + tabId));
      return parsed.success && parsed.data.id === lookId ? parsed.data : null;
    },
    saveFill: (fill) => session.set(FILL + fill.tabId, fill),
    findFill: async (tabId) => {
      const parsed = lastFillSchema.safeParse(await session.get(FILL + tabId));
      return parsed.success && Math.abs(now() - parsed.data.at) < DAY ? parsed.data : null;
    },
  };
}
