import type { Instant, JstDate } from './time.ts';

export const VERDICTS = [
  'valid',
  'expired',
  'refused',
  'notYetActive',
  'functionNotSelected',
  'serviceDown',
  'undetermined',
] as const;
/** `expired` only with a date; `refused` comes with its possible causes. */
export type Verdict = (typeof VERDICTS)[number];

/** How one probe of the RMS WEB API ended. */
export interface ProbeResult {
  /** RMS's name of the function, e.g. `rpay.order.searchOrder`. */
  function: string;
  outcome: 'permitted' | 'refused' | 'serviceDown' | 'tooFast' | 'unclear';
  /** HTTP status, null when none came. */
  status: number | null;
  /** RMS's error code as far as it looks like one (`GA0001`), never free text. */
  code: string | null;
}

export const CAUSES = [
  'expired',
  'wrongKey',
  'notYetActive',
  'functionNotSelected',
  'stopped',
  'updateAvailable',
  'awaitingApproval',
] as const;
export type Cause = (typeof CAUSES)[number];

export const WHYS = ['vendorKey', 'noSecret', 'otherShop', 'unclearAnswer'] as const;
export type WhyUndetermined = (typeof WHYS)[number];

/** The result of one test, before it belongs to a License. */
export interface TestResult {
  verdict: Verdict;
  /** The date that the API itself gave; null where it gave none. */
  expiresOn: JstDate | null;
  /** What may have led to `refused`, most likely first; empty otherwise. */
  causes: Cause[];
  /** Functions that are not selected (`functionNotSelected`). */
  missingFunctions: string[];
  /**
   * Why nothing could be said (`undetermined`): `vendorKey` = only the tool's own test can tell,
   * `otherShop` = the key is another shop's, so nothing was asked with it for this one.
   */
  why: WhyUndetermined | null;
  probes: ProbeResult[];
}

/** A test of a License's key, kept in the ledger. */
export interface KeyTest extends TestResult {
  id: string;
  licenseId: string;
  at: Instant;
  by: 'worker' | 'companion';
  /** 0 = the first test; each retest done at its time counts one more. */
  attempt: number;
  /** When to test again; null = not needed. */
  retestAt: Instant | null;
}
