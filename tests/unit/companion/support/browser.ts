import { askCompanion } from '../../../../utils/keytest/companion-client.ts';
import { applyChange, inTurn, joinChanges } from '../../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../../utils/ledger/collections.ts';
import { merge } from '../../../../utils/ledger/merge.ts';
import type { FingerprintKey } from '../../../../utils/model/fingerprint.ts';
import type { Ledger, LedgerChange } from '../../../../utils/model/ledger.ts';
import type { LicenseRow, Reading } from '../../../../utils/model/reading.ts';
import { makeSecret } from '../../../../utils/model/secret.ts';
import type { WorkRules } from '../../../../utils/reminders/set-policy.ts';
import type { Instant } from '../../../../utils/model/time.ts';
import { planChange } from '../../../../utils/reminders/outbox.ts';
import { advanceRenewals } from '../../../../utils/renewals/advance.ts';
import { noteFromOthers, noteOwn } from '../../../../utils/sharing/origin.ts';
import { shareAll } from '../../../../utils/sharing/share.ts';
import { shareRules } from '../../../../utils/sharing/share-rules.ts';
import { keepForCompanion } from '../../../../utils/sharing/unsent.ts';
import { aReading } from '../../ledger/make.ts';
import { EXTENSION, type TestCompanion } from '../companion.ts';
import { pairedPerson } from './person.ts';

/** A browser of a colleague: a real ledger, requests through the extension's client, readings that wait. */
export async function aBrowser(companion: TestCompanion, name: string) {
  const { token, ask } = await pairedPerson(companion, { person: name });
  const ids = { n: 0 };
  const newId = () => `${name}${(ids.n += 1)}`;
  const paired = { address: 'http://127.0.0.1:8787', token: makeSecret(token) };
  const empty = emptyLedger();
  const state = {
    online: true,
    /** As the background keeps them beside the ledger. */
    rulesChangedAt: 0,
    rulesAlike: {} as Record<string, WorkRules>,
    ledger: { ...empty, meta: { ...empty.meta, companionHeardAt: 1 } } as Ledger,
  };
  const fetch = companion.fetchPort(EXTENSION);
  const adopted = new Map<string, string>();
  const rulesSeen = new Map<string, number>();
  const asked: string[] = [];
  const hmacKeys = new Map<string, FingerprintKey>();
  /** As the background does it: what was decided, then what follows for the runs. */
  const change = (
    decide: (ledger: Ledger, at: Instant) => LedgerChange,
    note: typeof noteOwn = noteOwn,
  ): Ledger => {
    const { now } = companion.time;
    const decided = (ledger: Ledger) => note(ledger, decide(ledger, now));
    const runs = (ledger: Ledger) => advanceRenewals(ledger, now, newId);
    state.ledger = applyChange(state.ledger, inTurn(state.ledger, [decided, runs]));
    return state.ledger;
  };
  const port: Parameters<typeof shareAll>[0] = {
    ask: (request, schema) => {
      asked.push(`${request.method} ${request.path.split('?')[0]}`);
      return askCompanion(
        (url, init) => (state.online ? fetch(url, init) : Promise.reject(new Error('offline'))),
        paired,
        request,
        schema,
      );
    },
    read: async () => state.ledger,
    change: async (decide) => change(decide, noteFromOthers),
    fingerprints: {
      keyId: async (shopId) => hmacKeys.get(shopId)?.id ?? null,
      keep: async (shopId, key) => void hmacKeys.set(shopId, key),
    },
    rules: {
      changedAt: async () => state.rulesChangedAt,
      sent: async (at) => {
        if (state.rulesChangedAt === at) state.rulesChangedAt = 0;
      },
      alike: async () => state.rulesAlike,
      keepAlike: async (rules) => {
        state.rulesAlike = { ...state.rulesAlike, ...rules };
      },
    },
    newId,
    now: () => companion.time.now,
  };
  return {
    state,
    newId,
    ask,
    read: (licenses: LicenseRow[], over: Partial<Reading> = {}) => {
      const reading = aReading({ at: companion.time.now, licenses, ...over });
      change((ledger, now) => {
        const kept = keepForCompanion(ledger, reading, newId);
        return joinChanges(merge(ledger, reading, { now, newId }), kept);
      });
    },
    change,
    port,
    hmacKeys,
    /** Its reminders, as the background plans them with every change. */
    plan: () =>
      change((ledger, now) =>
        planChange(ledger, now, { newId, channels: new Map(), speaks: () => true }),
      ),
    share: () => shareAll(port, adopted),
    /** A meeting with what is set of days and hours. */
    meet: async () => shareRules(port, await shareAll(port, adopted), rulesSeen),
    /** A person sets something here. */
    rule: (decide: (ledger: Ledger) => LedgerChange) => {
      change(decide);
      if ((state.ledger.meta.companionSpeaksFor ?? []).length > 0)
        state.rulesChangedAt = companion.time.now + 1;
    },
    /** The requests that it made, in their order. */
    asked,
    keys: () =>
      state.ledger.licenses.map(({ last4, expiry, state: said }) => [last4, expiry?.on, said]),
  };
}
