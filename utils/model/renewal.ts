import type { Instant } from './time.ts';

/**
 * What is being done in RMS: `issue` a new key · `update` (アップデートする, the key stays) · `approve` (承認待ち) ·
 * `functions` (利用機能編集).
 */
export const RENEWAL_KINDS = ['issue', 'update', 'approve', 'functions'] as const;
export type RenewalKind = (typeof RENEWAL_KINDS)[number];

export const RENEWAL_OPENERS = ['reminder', 'newKey', 'hand'] as const;

/**
 * A run with an end. Its steps are not stored: they follow from what the ledger knows of keys and tools, so
 * that a worker which dies in the middle leaves nothing half done.
 */
export interface Renewal {
  id: string;
  shopId: string;
  appId: string;
  kind: RenewalKind;
  /** `issue`: the key to be replaced, null where none was known. Other kinds: the key that it is about. */
  oldLicenseId: string | null;
  /** `issue`: the key that every tool is to hold, once RMS showed it; it follows a still newer one. */
  newLicenseId: string | null;
  /** `newKey` = opened by itself when RMS showed a newly issued key. */
  openedBy: (typeof RENEWAL_OPENERS)[number];
  openedAt: Instant;
  /** When RMS was first seen to have done its part (new key there, 更新あり gone, approved). */
  rmsDoneAt: Instant | null;
  /** A person's own words, with whatever could be a key redacted. */
  notes: string;
  /** The notes as they were last the same here and at the paired companion; absent = never. */
  notesShared?: string;
  /** null = open. `done` only as DESIGN §3 says; everything else ends with a written reason. */
  closed: RenewalEnd | null;
}

export interface RenewalEnd {
  how: 'done' | 'reason';
  /** The person's words where `how` is `reason`. */
  reason: string | null;
  by: 'kagiban' | 'person';
  at: Instant;
}
