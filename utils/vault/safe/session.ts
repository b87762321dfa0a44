import * as z from 'zod/mini';
import { makeSecret, reveal } from '../../model/secret.ts';
import type { Instant } from '../../model/time.ts';
import type { KeyStore, SessionArea } from '../ports.ts';
import { newKey, seal, unseal } from '../seal.ts';
import type { KeyText } from './crypt.ts';
import { sealedSchema } from './record.schema.ts';
import { isStillOpen, type Opened } from './time.ts';

const AREA = 'vault-open';
const KEY = 'vault';

const openSchema = z.object({
  version: z.literal(1),
  vaultId: z.string(),
  sealed: sealedSchema,
  unlockedAt: z.number(),
  usedAt: z.number(),
});

export interface OpenVault extends Opened {
  vaultId: string;
  key: KeyText;
}

/** What is remembered while the vault is open: its key, until it locks or the browser is closed. */
export interface VaultSession {
  begin(vaultId: string, key: KeyText, now: Instant): Promise<void>;
  /** When it was unlocked and used, if it is still open; what is over is removed. */
  peek(now: Instant): Promise<(Opened & { vaultId: string }) | null>;
  /** The key; for a person's act, which keeps it open for longer, or for a look at it. null = locked. */
  use(now: Instant, by: 'person' | 'look'): Promise<OpenVault | null>;
  end(): Promise<void>;
}

const placeOf = (vaultId: string): string => `kagiban-vault-open:${vaultId}`;

/**
 * As with carried keys: the session area (memory only) has the vault's key as ciphertext, IndexedDB a fresh
 * non-extractable key for it. It outlives the worker, never the browser, and lies nowhere in the clear.
 */
export function vaultSession(session: SessionArea, keys: KeyStore, crypto: Crypto): VaultSession {
  const end = async (): Promise<void> => {
    await keys.remove(await keys.ids());
    await session.remove([AREA]);
  };

  const read = async (now: Instant) => {
    const parsed = openSchema.safeParse(await session.get(AREA));
    if (parsed.success && isStillOpen(parsed.data, now)) return parsed.data;
    const isThere = (await keys.ids()).length > 0 || (await session.get(AREA)) !== undefined;
    if (isThere) await end();
    return null;
  };

  return {
    // Over what was there. Where the browser ends in between, the two don't fit, and the vault is locked.
    begin: async (vaultId, key, now) => {
      const sessionKey = await newKey(crypto);
      const sealed = await seal(crypto, sessionKey, placeOf(vaultId), reveal(key));
      await keys.put(KEY, sessionKey);
      await session.set(AREA, { version: 1, vaultId, sealed, unlockedAt: now, usedAt: now });
    },
    peek: async (now) => {
      const open = await read(now);
      return open && { vaultId: open.vaultId, unlockedAt: open.unlockedAt, usedAt: open.usedAt };
    },
    use: async (now, by) => {
      const open = await read(now);
      const key = open && (await keys.get(KEY));
      const text =
        open &&
        key &&
        (await unseal(crypto, key, placeOf(open.vaultId), open.sealed).catch(() => null));
      if (!open || text === null || text === undefined) {
        if (open) await end();
        return null;
      }
      const usedAt = by === 'person' ? now : open.usedAt;
      if (by === 'person') await session.set(AREA, { ...open, usedAt });
      const { vaultId, unlockedAt } = open;
      return { vaultId, unlockedAt, usedAt, key: makeSecret(text) };
    },
    end,
  };
}
