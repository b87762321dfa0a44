import { createHash, randomBytes } from 'node:crypto';
import type { FingerprintKey } from '../../utils/model/fingerprint.ts';
import { reveal } from '../../utils/model/secret.ts';
import { takeFingerprints } from '../../utils/sharing/fingerprints.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import { secretOrNew } from '../seal/secrets.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';

/** No channel is called so: ids hold no colon. */
const NAME = 'fingerprint:key';

/** By what the colleagues of a shop know a key again that one of them carried. */
export const fingerprintHandlers = (
  deps: Deps,
): Pick<Handlers, 'fingerprintKey' | 'takeFingerprints'> => ({
  fingerprintKey: async ({ device, body: { shopId } }) => {
    await shopFor(deps.store, device, shopId);
    return keyOf(deps, shopId);
  },

  takeFingerprints: async ({ device, body: { shopId, fingerprints } }) => {
    await shopFor(deps.store, device, shopId);
    const { id } = await keyOf(deps, shopId);
    const taken = await deps.store.update(device.scope, shopId, (ledger) => ({
      change: takeFingerprints(ledger, fingerprints, id),
      answer: null,
    }));
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return { shopId: taken.record.id, revision: taken.record.revision };
  },
});

const keyOf = async (deps: Deps, shopId: string): Promise<FingerprintKey> =>
  named(
    reveal(
      await secretOrNew(deps, shopId, {
        name: NAME,
        make: () => randomBytes(32).toString('base64'),
      }),
    ),
  );

const named = (key: string): FingerprintKey => ({
  id: createHash('sha256').update(key).digest('hex').slice(0, 16),
  key,
});
