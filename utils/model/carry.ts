import type { Instant } from './time.ts';

/** What may be told about a carried key. The key itself never leaves the background but to its field. */
export interface CarriedInfo {
  id: string;
  shopId: string | null;
  appId: string | null;
  licenseId: string | null;
  developer: string | null;
  app: string | null;
  last4: string;
  hasSecret: boolean;
  carriedAt: Instant;
  /** It dies then unless used before (30 idle minutes). */
  idleUntil: Instant;
  /** A person agreed to keep it for the retests, until then (95 minutes at most). */
  keepUntil: Instant | null;
  warnings: CarryWarning[];
}

export const CARRY_WARNINGS = [
  'last4Differs',
  'firstMissing',
  'lastMissing',
  'otherShopDigits',
  'otherAppsKey',
  'unusualShape',
  'invisibleRemoved',
  'fullWidthRemoved',
  'secretAndKeySwapped',
  'expired',
  'awaitingApproval',
  'stopped',
  'notInLedger',
] as const;
/** Put right, or no sign of harm (the shape of keys is known from one sample): said, but not to be confirmed. */
const HARMLESS = ['invisibleRemoved', 'fullWidthRemoved', 'notInLedger', 'unusualShape'] as const;
export const isSerious = (warning: CarryWarning): boolean =>
  !(HARMLESS as readonly CarryWarning[]).includes(warning);

export type CarryWarning = (typeof CARRY_WARNINGS)[number];
