import {
  pairCompanion,
  unpairCompanion,
  type PairedCompanion,
} from '../../utils/keytest/companion-client.ts';
import { companionOrigin } from '../../utils/keytest/companion-address.ts';
import { inTurn } from '../../utils/ledger/apply.ts';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError, errorCodeOf } from '../../utils/model/errors.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import { wipeShared } from '../../utils/sharing/wipe.ts';
import { forgetShopKeys } from '../../utils/vault/fingerprint.ts';
import { dropAll } from './carry.ts';
import { change, tellPages } from './change.ts';
import { deviceVault, now } from './services.ts';
import {
  changeCompanion,
  companionSetting,
  forgetCompanion,
  forgetEnd,
  noteEnd,
  setCompanion,
  setRulesChangedAt,
} from './settings.ts';

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
  await forgetEnd();
  await change(({ meta }, at) => ({ meta: { ...meta, companionHeardAt: at } }));
  return {};
};

/** A person's answer, given where the companion was named: before it, no key leaves for it. */
export const companionKeys: Handlers['companion.keys'] = async ({ allowed }) => {
  if (!(await companionSetting())) throw new AppError('companionUnreachable');
  await changeCompanion(() => ({ keys: allowed }));
  tellPages();
  return {};
};

/** Forgets it here whatever the companion answers: a companion that is gone must not keep us paired. */
export const companionUnpair: Handlers['companion.unpair'] = async () => {
  const paired = await pairedCompanion();
  if (paired) await unpairCompanion(ask, paired).catch(() => undefined);
  // What colleagues shared until then stays: it was the person's own choice to go.
  await forgetPairing(({ fromOthers }) => ({
    remove: { fromOthers: fromOthers.map(({ id }) => id) },
  }));
  return {};
};

/** The person has read that somebody ended the pairing. */
export const companionEndSeen: Handlers['companion.endSeen'] = async () => {
  await forgetEnd();
  tellPages();
  return {};
};

/**
 * Asks the companion. Where somebody has ended this browser's pairing, the token, all carried keys and what came
 * from colleagues go, and the error is passed on.
 */
export async function atCompanion<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (errorCodeOf(error) === 'companionEnded') {
      const setting = await companionSetting();
      if (setting) await noteEnd({ address: setting.address, at: now() });
      await forgetPairing(wipeShared);
      await forgetShopKeys();
      await dropAll('deviceRevoked');
    }
    throw error;
  }
}

/** `decide`: what becomes of what came from colleagues. */
async function forgetPairing(decide: (ledger: Ledger) => LedgerChange): Promise<void> {
  // First what may fail: with the token still there, it is done again at the next contact.
  await change((ledger) => inTurn(ledger, [decide, withoutCompanion]), 'companion');
  await (await deviceVault()).forget(TOKEN);
  await forgetCompanion();
  await setRulesChangedAt(0);
}

/** Another companion has had none of what this one had. */
function withoutCompanion({ meta, unsent, renewals }: Ledger): LedgerChange {
  const {
    companionHeardAt: _gone,
    companionMissed: _missed,
    companionSpeaksFor: _shops,
    ...rest
  } = meta;
  return {
    meta: rest,
    renewals: renewals.map(({ notesShared: _notes, ...run }) => run),
    ...(unsent.length > 0 && { remove: { unsent: unsent.map(({ id }) => id) } }),
  };
}
