import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import { endWatch, watchedKeys, watchKey } from '../../utils/sharing/watches.ts';
import { readLedger } from './change.ts';
import { functionsFor } from './keytest.ts';
import { carry } from './services.ts';
import { companionPort } from './sharing.ts';

/** Only ever called where a person was told who keeps the key, and that it is kept. */
export const companionWatch: Handlers['companion.watch'] = async ({ carryId }) => {
  const { licenseKey, serviceSecret } = await carry.open(carryId);
  const info = (await carry.list()).find(({ id }) => id === carryId);
  if (!info) throw new AppError('carryGone');
  const { shopId, licenseId, appId } = info;
  if (!shopId || !licenseId || !serviceSecret) throw new AppError('watchRefused');
  const requiredFunctions = functionsFor(await readLedger(), appId);
  const key = { shopId, licenseId, licenseKey, serviceSecret, requiredFunctions };
  await watchKey(await companionPort(), key);
  return {};
};

export const companionWatches: Handlers['companion.watches'] = async () => ({
  watches: await watchedKeys(await companionPort()),
});

export const companionUnwatch: Handlers['companion.unwatch'] = async ({ watchId }) => {
  await endWatch(await companionPort(), watchId);
  return {};
};
