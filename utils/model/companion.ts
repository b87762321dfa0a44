import type { TestResult } from './key-test.ts';
import type { AppOwner, LicenseState } from './reading.ts';
import type { Instant, JstDate } from './time.ts';

/** `POST /v1/pairings`: a browser shows the code that the companion printed. */
export interface PairingAsk {
  /** As typed; spaces, hyphens, width and case don't matter. */
  code: string;
  /** Who uses this browser, as colleagues know the person. */
  person: string;
  /** What the person calls this browser, e.g. 「受注カウンターのPC」. */
  device: string;
}

export interface PairingAnswer {
  deviceId: string;
  /** Shown once; the companion keeps only its hash. */
  token: string;
}

/** What a key test needs to know of the key, beside the key itself; each null where it isn't known. */
export interface KeyFacts {
  owner: AppOwner;
  /** Developer and name as RMS shows them; null = not in the ledger. */
  app: { developer: string; name: string } | null;
  /** Digits of the shop the key belongs to. */
  shopDigits: string | null;
  /** The expiry that RMS's page (or a person) gave. */
  expiresOn: JstDate | null;
  state: LicenseState | null;
  issuedAt: Instant | null;
  /** When this key was first tested; null = this is the first test. */
  firstTestAt: Instant | null;
  /** RMS's names of the functions that the connected tools need. */
  requiredFunctions: string[];
}

/** `POST /v1/key-tests`. The only message to a companion that holds a key. */
export interface KeyTestAsk extends KeyFacts {
  credentials: { licenseKey: string; serviceSecret: string | null };
}

export interface KeyTestAnswer {
  at: Instant;
  result: TestResult;
}
