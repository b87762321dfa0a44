import {
  pairCompanion,
  unpairCompanion,
  type PairedCompanion,
} from '../../utils/keytest/companion-client.ts';
import { companionOrigin } from '../../utils/keytest/companion-address.ts';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError, errorCodeOf } from '../../utils/model/errors.ts';
import { dropAll } from './carry.ts';
import { change, tellPages } from './change.ts';
import { deviceVault, now } from './services.ts';
import { companionSetting, forgetCompanion, setCompanion, setRulesChangedAt } from './settings.ts';

/** Name of the sealed token in the device vault. */
const TOKEN = 'companion';

const ask = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

/** The companion to ask, with its token; null = none is paired, or its token can't be opened any more. */
export async function pairedCompanion(): Promise<PairedCompanion | null> {
  const setting = await companionSetting();
  const token = setting && (await (await deviceVault()).open(TOKEN));
  return setting && token ? { address: setting.address, token } : null;
}

export const companionPair: Handlers['companion.pair'] = async ({ address, ...asked }) => {
  const origin = companionOrigin(address);
  const { token } = await pairCompanion(ask, origin, asked);
  await (await deviceVault()).seal(TOKEN, token);
  await setCompanion({ address: origin, pairedAt: now(), keys: null });
  await change(({ meta }, at) => ({ meta: { ...meta, companionHeardAt: at } }));
  return {};
};

/** A person's answer, given where the companion was named: before it, no key leaves for it. */
export const companionKeys: Handlers['companion.keys'] = async ({ allowed }) => {
  const setting = await companionSetting();
  if (!setting) throw new AppError('companionUnreachable');
  await setCompanion({ ...setting, keys: allowed });
  tellPages();
  return {};
};

/** Forgets it here whatever the companion answers: a companion that is gone must not keep us paired. */
export const companionUnpair: Handlers['companion.unpair'] = async () => {
  const paired = await pairedCompanion();
  if (paired) await unpairCompanion(ask, paired).catch(() => undefined);
  await forgetPairing();
  return {};
};

/**
 * Asks the companion. Where somebody has ended this browser's pairing, the token and all carried keys go
 * (DESIGN §8), and the error is passed on.
 */
export async function atCompanion<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (errorCodeOf(error) === 'companionEnded') {
      await forgetPairing();
      await dropAll('deviceRevoked');
    }
    throw error;
  }
}

async function forgetPairing(): Promise<void> {
  await (await deviceVault()).forget(TOKEN);
  await forgetCompanion();
  await setRulesChangedAt(0);
  await change(
    ({
      meta: {
        companionHeardAt: _gone,
        companionMissed: _missed,
        companionSpeaksFor: _shops,
        ...meta
      },
      unsent,
      renewals,
    }) => ({
      meta,
      // Another companion has had none of these notes.
      renewals: renewals.map(({ notesShared: _notes, ...run }) => run),
      ...(unsent.length > 0 && { remove: { unsent: unsent.map(({ id }) => id) } }),
    }),
  );
}
