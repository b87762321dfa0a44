import type * as z from 'zod/mini';
import type { FingerprintKey } from '../model/fingerprint.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import type { WorkRules } from '../reminders/set-policy.ts';

/** What sharing needs of the browser. */
export interface SharePort {
  /** One request to the paired companion. Rejects with `AppError` (`companion-client.ts`). */
  ask: <T>(
    asked: { method: string; path: string; body?: unknown },
    schema: z.ZodMiniType<T>,
  ) => Promise<T>;
  read: () => Promise<Ledger>;
  change: (decide: (ledger: Ledger, at: Instant) => LedgerChange) => Promise<Ledger>;
  /** What this browser makes fingerprints of a shop's keys with (`vault/fingerprint.ts`). */
  fingerprints: {
    /** null = with a key of its own: nobody has given it the shop's. */
    keyId: (shopId: string) => Promise<string | null>;
    keep: (shopId: string, key: FingerprintKey) => Promise<void>;
  };
  /** What this browser remembers of rules that it has in common with the companion (`share-rules.ts`). */
  rules: {
    /** When a person last changed what the companion has not heard of; 0 = it knows all. */
    changedAt: () => Promise<Instant>;
    /** It knows what was changed until then. */
    sent: (changedAt: Instant) => Promise<void>;
    /** What it and this browser last had alike, by the companion's ids of shops. */
    alike: () => Promise<Record<string, WorkRules>>;
    /** Of those shops; what is known of others stays. */
    keepAlike: (rules: Record<string, WorkRules>) => Promise<void>;
  };
  newId: () => string;
  now: () => Instant;
}

/** A reading request about one shop of the companion's. */
export const aboutShop = (path: string, shopId: string): { method: 'GET'; path: string } => ({
  method: 'GET',
  path: `${path}?shop=${encodeURIComponent(shopId)}`,
});
