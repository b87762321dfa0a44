import { createHash, randomBytes } from 'node:crypto';
import type { FingerprintKey } from '../../utils/model/fingerprint.ts';
import { makeSecret, reveal } from '../../utils/model/secret.ts';
import { takeFingerprints } from '../../utils/sharing/fingerprints.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import { openSecret, sealSecret } from '../seal/secrets.ts';
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

async function keyOf(deps: Deps, shopId: string): Promise<FingerprintKey> {
  const known = await openSecret(deps, shopId, NAME);
  if (known) return named(reveal(known));
  const made = { name: NAME, secret: makeSecret(randomBytes(32).toString('base64')) };
  // One that the master key does not open any more is of no use to anybody.
  const isLost = (await deps.store.sealedSecret(shopId, NAME)) !== null;
  await sealSecret(deps, shopId, { ...made, ifNone: !isLost });
  return named(reveal((await openSecret(deps, shopId, NAME)) ?? made.secret));
}

const named = (key: string): FingerprintKey => ({
  id: createHash('sha256').update(key).digest('hex').slice(0, 16),
  key,
});
