import { AppError, errorCodeOf } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import { inTurn } from '../in-turn.ts';
import { type SafeContents, safeContents } from './contents.ts';
import { type Core, safeCore, type SafeDeps } from './core.ts';
import {
  type KeyText,
  newVaultKey,
  openBody,
  type Passkey,
  unwrap,
  unwrapByDevice,
  wrapFor,
  wrapForDevice,
} from './crypt.ts';
import { infoOf } from './items.ts';
import type { Kdf } from './kdf.ts';
import type { VaultRecord } from './record.ts';
import type { VaultStatus } from './status.ts';
import { isPassphraseDue, locksAt } from './time.ts';

/** What a passphrase became, and how. */
export interface Derived {
  kdf: Kdf;
  key: KeyText;
}

/** The vault 金庫: keys kept by a person's wish. All acts one after another. */
export interface Safe extends SafeContents {
  status(): Promise<VaultStatus>;
  /** Throws `vaultExists`. */
  create(by: Derived): Promise<void>;
  /** `raised`: the same passphrase with today's parameters, kept from now on. Throws `vaultWrongKey`. */
  unlock(key: KeyText, raised: Derived | null): Promise<void>;
  /** Throws `vaultPassphraseDue` after 14 days, `vaultWrongKey`. */
  unlockByDevice(key: KeyText): Promise<void>;
  lock(): Promise<void>;
  /** Asks the old passphrase also while it is open. Throws `vaultWrongKey`. */
  changePassphrase(old: KeyText, next: Derived): Promise<void>;
  /** Throws `vaultLocked`. */
  setDevice(passkey: Passkey & { key: KeyText }): Promise<void>;
  removeDevice(): Promise<void>;
  /** The vault and everything in it, for ever. */
  remove(): Promise<void>;
  /** A person has read that an older state was put back. */
  acknowledge(): Promise<void>;
  /** Locks it where its time is over. When to look again; null = it is locked. */
  sweep(): Promise<Instant | null>;
}

export function createSafe(deps: SafeDeps): Safe {
  const { now } = deps;
  const core = safeCore(deps);
  const turn = inTurn();
  const contents = safeContents(core, deps, turn);

  /** The passphrase was given just now: noted, so that the 14 days begin anew. */
  const unlocked = async (record: VaultRecord, key: KeyText): Promise<void> => {
    const items = await openBody(core.crypto, record, key);
    // Both at once: a person waits for it, and the disk takes its time.
    const done = await Promise.allSettled([
      core.write({ ...record, passphraseAt: now() }, key, items),
      core.session.begin(record.id, key, now()),
    ]);
    const failed = done.find((one) => one.status === 'rejected');
    if (!failed) return;
    await core.session.end();
    throw failed.reason;
  };

  const create = async (by: Derived): Promise<void> => {
    if ((await deps.records.get()) !== undefined) throw new AppError('vaultExists');
    const id = deps.newId();
    const key = newVaultKey(core.crypto);
    const wrapped = await wrapFor(core.crypto, id, key, by);
    const heading = { version: 1, id, rev: 0, madeAt: now(), passphraseAt: now() } as const;
    const empty = { iv: '', data: '' };
    await core.write({ ...heading, kdf: by.kdf, wrapped, device: null, body: empty }, key, []);
    await core.session.begin(id, key, now());
  };

  const unlock = async (given: KeyText, raised: Derived | null): Promise<void> => {
    const record = await core.read();
    const key = await unwrap(core.crypto, record, given);
    await unlocked(raised ? await rewrapped(core, record, key, raised) : record, key);
  };

  const unlockByDevice = async (given: KeyText): Promise<void> => {
    const record = await core.read();
    const { device } = record;
    if (device === null) throw new AppError('vaultWrongKey');
    const key = await unwrapByDevice(core.crypto, record, device, given);
    // Only the body vouches for when the passphrase was last given.
    await openBody(core.crypto, record, key);
    if (isPassphraseDue(record.passphraseAt, now())) throw new AppError('vaultPassphraseDue');
    await core.session.begin(record.id, key, now());
  };

  const changePassphrase = async (old: KeyText, next: Derived): Promise<void> => {
    const record = await core.read();
    const key = await unwrap(core.crypto, record, old);
    await unlocked(await rewrapped(core, record, key, next), key);
  };

  const setDevice = async ({ key: given, ...passkey }: Passkey & { key: KeyText }) => {
    const { record, key, items } = await core.opened();
    const wrapped = await wrapForDevice(core.crypto, record.id, key, { ...passkey, key: given });
    await core.write({ ...record, device: { ...passkey, wrapped, since: now() } }, key, items);
  };

  const removeDevice = async (): Promise<void> => {
    const { record, key, items } = await core.opened();
    await core.write({ ...record, device: null }, key, items);
  };

  const remove = async (): Promise<void> => {
    await core.session.end();
    await deps.records.remove();
    await deps.seen.remove();
  };

  const acknowledge = async (): Promise<void> => {
    const seen = await deps.seen.get();
    const record = await core.find();
    if (seen && record) await deps.seen.put({ id: record.id, rev: record.rev, rolledBack: false });
  };

  const sweep = async (): Promise<Instant | null> => {
    const open = await core.session.peek(now());
    return open && locksAt(open);
  };

  return {
    ...contents,
    status: () => turn(() => statusOf(core, deps)),
    create: (by) => turn(() => create(by)),
    unlock: (key, raised) => turn(() => unlock(key, raised)),
    unlockByDevice: (key) => turn(() => unlockByDevice(key)),
    lock: () => turn(() => core.session.end()),
    changePassphrase: (old, next) => turn(() => changePassphrase(old, next)),
    setDevice: (passkey) => turn(() => setDevice(passkey)),
    removeDevice: () => turn(removeDevice),
    remove: () => turn(remove),
    acknowledge: () => turn(acknowledge),
    sweep: () => turn(sweep),
  };
}

const rewrapped = async (
  { crypto }: Core,
  record: VaultRecord,
  key: KeyText,
  by: Derived,
): Promise<VaultRecord> => ({
  ...record,
  kdf: by.kdf,
  wrapped: await wrapFor(crypto, record.id, key, by),
});

async function statusOf(core: Core, { seen, now }: SafeDeps): Promise<VaultStatus> {
  const known = await seen.get();
  try {
    const record = await core.find();
    if (record === null) return { state: known === null ? 'none' : 'lost' };
    const open = await core.session.peek(now());
    const isOpen = open !== null && open.vaultId === record.id;
    const { kdf, device } = record;
    return {
      state: isOpen ? 'open' : 'locked',
      kdf,
      device: device && { credentialId: device.credentialId, salt: device.salt },
      passphraseDue: isPassphraseDue(record.passphraseAt, now()),
      rolledBack: known?.id === record.id && (known.rolledBack || record.rev < known.rev),
      locksAt: isOpen ? locksAt(open) : null,
      items: isOpen ? (await core.opened('look')).items.map(infoOf) : [],
    };
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'vaultNewer') return { state: 'newer' };
    if (code === 'vaultDamaged') return { state: 'damaged' };
    throw error;
  }
}
