import type { Instant } from './time.ts';

/** What goes into a field that takes no Rakuten key: the settings of other services (Luxliner). */
export const SETTING_KINDS = [
  'apiToken',
  'zendeskSubdomain',
  'zendeskEmail',
  'listUrl',
  'listPlan',
] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

export const FIELD_KINDS = [
  'licenseKey',
  'serviceSecret',
  'expiresOn',
  'shopUrl',
  ...SETTING_KINDS,
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** "This shop uses this tool at this origin with this app's key." Made by the person at the first fill. */
export interface ToolBinding {
  id: string;
  shopId: string;
  connectorId: string;
  /** e.g. `https://main.next-engine.com`, learnt from the open tab. */
  origin: string;
  /** Path of its settings page as last filled, without query and fragment, so that a run leads straight to it. */
  settingsPath?: string;
  appId: string;
  /** The shop as the tool's own page names it, once a person confirmed it; null = page names none. */
  shopOnTool: string | null;
  createdAt: Instant;
}

/** Dated evidence of which key a field holds. */
export interface Held {
  licenseId: string;
  how: 'filled' | 'saved' | 'seen' | 'stated';
  by: 'page' | 'person';
  at: Instant;
}

/** Dated evidence that the key works in the tool. */
export interface Works {
  licenseId: string;
  how: 'toolTest' | 'keyTest';
  /** `page` = read on the tool's page, `person` = a person saw it work there. */
  by: 'page' | 'person';
  ok: boolean;
  at: Instant;
}

/** That a shop does not use a tool any more. What was known of it before does not bring it back. */
export interface ToolRemoval {
  id: string;
  shopId: string;
  connectorId: string;
  origin: string;
  appId: string;
  at: Instant;
}

/** Names one field of a tool. */
export interface FieldName {
  field: FieldKind;
  /** Which of several of that kind, as its connector names it (TEMPOSTAR: `stock`); absent = the only one. */
  part?: string;
}

/** The name alone, of whatever has one. */
export const fieldName = ({ field, part }: FieldName): FieldName =>
  part === undefined ? { field } : { field, part };

export const sameField = (a: FieldName, b: FieldName): boolean =>
  a.field === b.field && a.part === b.part;

/** A binding's field and the key in it: two separate answers. */
export interface Placement extends FieldName {
  id: string;
  bindingId: string;
  holds: Held | null;
  works: Works | null;
}

/** How the fill of one field ended: `filled`, or the refusal's word. Listed in docs/architecture.md. */
export const FILL_OUTCOMES = [
  'filled',
  'notHttps',
  'wrongOrigin',
  'documentChanged',
  'fieldMissing',
  'ambiguous',
  'hidden',
  'covered',
  'disabled',
  'tooLong',
  'notTaken',
  'otherShop',
  'otherApp',
  'deadKey',
  'noKey',
] as const;
export type FillOutcome = (typeof FILL_OUTCOMES)[number];

export interface FieldResult extends FieldName {
  outcome: FillOutcome;
}
