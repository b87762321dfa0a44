import { digitsInKey } from '../../utils/keytest/whose.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
import { last4Of, makeSecret } from '../../utils/model/secret.ts';
import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import { Refusal } from '../problems.ts';
import type { Device, Watch } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { placeOf } from '../seal/place.ts';
import { sealPair, type Pair } from '../seal/seal.ts';
import { shopFor } from './ledger.ts';

type Names = 'watches' | 'addWatch' | 'removeWatch';

/** Keys of the shop's own apps that a person asked to have kept, sealed, and tested every day. */
export const watchHandlers = ({
  store,
  clock,
  newId,
  log,
  keyRing,
}: Deps): Pick<Handlers, Names> => {
  const shown = async (watch: Watch) => {
    const member = (await store.devices()).find((one) => one.member.id === watch.memberId)?.member;
    const { id, licenseId, createdAt, dueAt } = watch;
    return { id, licenseId, createdAt, by: member?.name ?? null, nextTestAt: dueAt };
  };
  return {
    watches: async ({ device, query }) => {
      const { id } = await shopFor(store, device, query.shop);
      return { watches: await Promise.all((await store.watches(id)).map(shown)) };
    },

    addWatch: async ({ device, body: { shopId, licenseId, credentials, requiredFunctions } }) => {
      const { ledger } = await shopFor(store, device, shopId);
      const pair = {
        licenseKey: makeSecret(credentials.licenseKey),
        serviceSecret: makeSecret(credentials.serviceSecret),
      };
      refuseOther(ledger, licenseId, pair);
      const place = { id: newId(), shopId, licenseId };
      const now = clock();
      const watch: Watch = {
        ...place,
        memberId: device.member.id,
        sealed: sealPair(keyRing, placeOf(place), pair),
        requiredFunctions,
        createdAt: now,
        dueAt: now,
      };
      await store.addWatch(watch);
      log('info', 'watchAdded', { watch: shortId(watch.id), device: shortId(device.id) });
      return shown(watch);
    },

    removeWatch: async ({ device, id }) => {
      const watch = await store.watch(id);
      if (!watch || !reaches(device, watch.shopId)) throw new Refusal('watchUnknown');
      await store.removeWatch(id);
      log('info', 'watchRemoved', { watch: shortId(id), device: shortId(device.id) });
      return null;
    },
  };
};

const reaches = ({ scope }: Device, shopId: string): boolean =>
  scope.every || scope.shopIds.includes(shopId);

/** The key must be the one that the ledger knows by that id, of the shop's own app, and of this shop. */
function refuseOther(ledger: Ledger, licenseId: string, { licenseKey }: Pair): void {
  const license = ledger.licenses.find(({ id }) => id === licenseId);
  const app = ledger.apps.find(({ id }) => id === license?.appId);
  if (!license || app?.owner !== 'shop') throw new Refusal('licenseUnknown');
  const told = digitsInKey(licenseKey, 'shop');
  const ours = ledger.shops[0]?.digits ?? null;
  const other = told !== null && ours !== null && told !== ours;
  if (other || license.last4 !== last4Of(licenseKey)) throw new Refusal('otherKey');
}
