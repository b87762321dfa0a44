import { takeTest } from '../../utils/keytest/take-test.ts';
import { pairRuns } from '../../utils/renewals/same-run.ts';
import { takeRun } from '../../utils/renewals/take-run.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import type { ShopRecord } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';
import { signed } from './signed.ts';

type Names = 'renewals' | 'takeRenewal' | 'takeKeyTest';

/** What browsers know of the renewal runs of a shop, and the tests they made for them. */
export const renewalHandlers = ({ store, clock }: Deps): Pick<Handlers, Names> => ({
  renewals: async ({ device, query }) => shown(await shopFor(store, device, query.shop)),

  takeRenewal: async ({ device, body: { shopId, notesWere, ...said } }) => {
    const taken = await store.update(device.scope, shopId, (ledger) => {
      const known = pairRuns(ledger.renewals, [said]).get(said.id);
      const around = { now: clock(), known, base: notesWere, keepsBase: false };
      const change = takeRun(ledger, said, around);
      if (!change) throw new Refusal('licenseUnknown');
      return { change: signed(change, device), answer: null };
    });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return shown(taken.record);
  },

  takeKeyTest: async ({ device, body: { shopId, result, ...said } }) => {
    const taken = await store.update(device.scope, shopId, (ledger) => {
      const change = takeTest(ledger, { ...result, ...said, by: 'worker' }, clock());
      if (!change) throw new Refusal('licenseUnknown');
      return { change: signed(change, device), answer: null };
    });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return { shopId: taken.record.id, revision: taken.record.revision };
  },
});

const shown = ({ id, revision, ledger: { renewals } }: ShopRecord) => ({
  shopId: id,
  revision,
  renewals,
});
