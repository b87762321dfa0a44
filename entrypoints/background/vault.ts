import type { Handlers } from '../../utils/messages/dispatch.ts';
import type { DerivedKey } from '../../utils/messages/protocol.ts';
import { AppError } from '../../utils/model/errors.ts';
import { makeSecret, reveal, type Secret } from '../../utils/model/secret.ts';
import type { Derived } from '../../utils/vault/safe/safe.ts';
import { type Held, TOKEN_FIELDS, type TokenField } from '../../utils/vault/safe/items.ts';
import { matchKey } from '../../utils/vault/match.ts';
import { SHARED_LIFE } from '../../utils/vault/carry-time.ts';
import { takeKey, noteKey } from './carry.ts';
import { readLedger, tellPages } from './change.ts';
import { clearLater } from './clipboard.ts';
import { carry, safe } from './services.ts';
import { isSharedPc, setSharedPc } from './settings.ts';

const derived = ({ kdf, key }: DerivedKey): Derived => ({ kdf, key: makeSecret(key) });

/** An act of a person on the vault, which the pages then show. */
const byPerson = async (act: Promise<unknown>): Promise<Record<string, never>> => {
  await act;
  tellPages();
  return {};
};

export const vaultCreate: Handlers['vault.create'] = async (by) => {
  if (await isSharedPc()) throw new AppError('sharedPc');
  return byPerson(safe.create(derived(by)));
};

export const vaultUnlock: Handlers['vault.unlock'] = ({ key, raised }) =>
  byPerson(safe.unlock(makeSecret(key), raised && derived(raised)));

export const vaultUnlockDevice: Handlers['vault.unlockDevice'] = ({ key }) =>
  byPerson(safe.unlockByDevice(makeSecret(key)));

export const vaultLock: Handlers['vault.lock'] = () => byPerson(safe.lock());

export const vaultChangePassphrase: Handlers['vault.changePassphrase'] = ({ key, next }) =>
  byPerson(safe.changePassphrase(makeSecret(key), derived(next)));

export const vaultSetDevice: Handlers['vault.setDevice'] = ({ key, ...passkey }) =>
  byPerson(safe.setDevice({ ...passkey, key: makeSecret(key) }));

export const vaultRemoveDevice: Handlers['vault.removeDevice'] = () =>
  byPerson(safe.removeDevice());

export const vaultRemove: Handlers['vault.remove'] = () => byPerson(safe.remove());

export const vaultAcknowledge: Handlers['vault.acknowledge'] = () => byPerson(safe.acknowledge());

export const vaultHold: Handlers['vault.hold'] = async ({ carryId }) => {
  const credentials = await carry.open(carryId);
  const info = (await carry.list()).find(({ id }) => id === carryId);
  if (!info) throw new AppError('carryGone');
  const { shopId, appId, licenseId, developer, app, last4 } = info;
  const names = { shopId, appId, licenseId, developer, app, last4 };
  await safe.hold({ kind: 'key', ...names, ...credentials });
  await noteKey('vaultHeld', info);
  return {};
};

export const vaultHoldToken: Handlers['vault.holdToken'] = ({ service, name, values }) => {
  const wanted: readonly TokenField[] = TOKEN_FIELDS[service];
  const secrets: Partial<Record<TokenField, Secret>> = {};
  for (const field of wanted) {
    const value = values[field];
    if (value !== undefined) secrets[field] = makeSecret(value.trim());
  }
  return byPerson(safe.hold({ kind: 'token', service, name, values: secrets }));
};

/** The paste guard looks at it again: the ledger may have learnt that it is dead. */
export const vaultTake: Handlers['vault.take'] = async ({ itemId }) => {
  const held = await safe.take(itemId);
  if (held.kind !== 'key') throw new AppError('notFound');
  const { licenseKey, serviceSecret, shopId, developer, app } = held;
  const raw = {
    licenseKey: reveal(licenseKey),
    serviceSecret: serviceSecret && reveal(serviceSecret),
  };
  return takeKey(raw, { shopId, developer, app, last4: null }, 'vaultTaken');
};

export const vaultCopyToken: Handlers['vault.copyToken'] = async ({ itemId, field }) => {
  const held = await safe.take(itemId);
  const secret = held.kind === 'token' ? held.values[field] : undefined;
  if (!secret) throw new AppError('notFound');
  await clearLater(secret);
  return { text: reveal(secret) };
};

export const vaultForget: Handlers['vault.forget'] = ({ itemId }) => byPerson(safe.forget(itemId));

export const vaultExport: Handlers['vault.export'] = async (by) => ({
  file: await safe.exportFile(derived(by)),
});

export const vaultImport: Handlers['vault.import'] = async ({ file, key }) => {
  const ledger = await readLedger();
  // Ids are of the browser that wrote the file: here the key is whose the ledger says.
  const place = (held: Held): Held => {
    if (held.kind === 'token') return held;
    const { developer, app, last4 } = held;
    const hint = { shopId: null, developer, app, last4 };
    return { ...held, ...matchKey(ledger, hint, reveal(held.licenseKey)).carryFacts };
  };
  const added = await safe.importFile(file, makeSecret(key), place);
  tellPages();
  return { added };
};

/** Whoever asks for it has removed the vault before: nothing is deleted as a side effect. */
export const sharedPcSet: Handlers['sharedPc.set'] = async ({ on }) => {
  const { state } = await safe.status();
  if (on && state !== 'none' && state !== 'lost') throw new AppError('vaultExists');
  await setSharedPc(on);
  if (on) await carry.shorten(SHARED_LIFE);
  tellPages();
  return {};
};
