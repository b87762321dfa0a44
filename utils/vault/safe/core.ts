import { AppError } from '../../model/errors.ts';
import type { Clock } from '../../model/time.ts';
import type { KeyStore, SessionArea } from '../ports.ts';
import { type KeyText, openBody, sealBody } from './crypt.ts';
import type { Held } from './items.ts';
import type { RecordStore, SeenStore } from './ports.ts';
import { recordIn, type VaultRecord } from './record.ts';
import { vaultSession, type VaultSession } from './session.ts';

export interface SafeDeps {
  records: RecordStore;
  seen: SeenStore;
  session: SessionArea;
  keys: KeyStore;
  now: Clock;
  newId: () => string;
  crypto?: Crypto;
}

/** What every act on the vault is made of. */
export interface Core {
  crypto: Crypto;
  session: VaultSession;
  /** The record, null where there is none. Throws `vaultNewer`, `vaultDamaged`. */
  find(): Promise<VaultRecord | null>;
  /** The record. Throws `vaultNone` besides. */
  read(): Promise<VaultRecord>;
  /** The record, its key and what it holds: for a person's act, or a look. Throws `vaultLocked` besides. */
  opened(by?: 'person' | 'look'): Promise<{ record: VaultRecord; key: KeyText; items: Held[] }>;
  /** Writes the next state, sealed anew as a whole. */
  write(record: VaultRecord, key: KeyText, items: Held[]): Promise<VaultRecord>;
}

export function safeCore(deps: SafeDeps): Core {
  const { records, seen, now, crypto = globalThis.crypto } = deps;
  const session = vaultSession(deps.session, deps.keys, crypto);

  const find = async (): Promise<VaultRecord | null> => {
    const stored = await records.get();
    return stored === undefined ? null : recordIn(stored);
  };
  const read = async (): Promise<VaultRecord> => {
    const record = await find();
    if (record === null) throw new AppError('vaultNone');
    return record;
  };

  return {
    crypto,
    session,
    find,
    read,
    opened: async (by = 'person') => {
      const record = await read();
      const open = await session.use(now(), by);
      if (open === null || open.vaultId !== record.id) throw new AppError('vaultLocked');
      return { record, key: open.key, items: await openBody(crypto, record, open.key) };
    },
    write: async (record, key, items) => {
      const next = { ...record, rev: record.rev + 1 };
      const body = await sealBody(crypto, next, key, items);
      const written = { ...next, body };
      await records.put(written);
      // After the vault: where the browser ends in between, what is noted is older, never newer.
      const before = await seen.get();
      const isSame = before?.id === record.id;
      const rolledBack = isSame && (before.rolledBack || record.rev < before.rev);
      await seen.put({ id: record.id, rev: next.rev, rolledBack });
      return written;
    },
  };
}
