import { AppError } from '../../model/errors.ts';
import { reveal } from '../../model/secret.ts';
import type { Core, SafeDeps } from './core.ts';
import type { KeyText } from './crypt.ts';
import { openFile, vaultFile } from './file.ts';
import { type Held, type HeldKey, type HeldToken, infoOf, type HeldInfo } from './items.ts';
import type { Derived } from './safe.ts';

/** What it may hold at most: far more than an agency has, far less than would be slow. */
export const MOST_ITEMS = 1000;

type New<T extends Held> = Omit<T, 'id' | 'heldAt'>;

/** What the vault holds. All throw `vaultLocked`. */
export interface SafeContents {
  /** Takes in a key or a token; one that it has already is replaced. Throws `vaultFull`. */
  hold(item: New<HeldKey> | New<HeldToken>): Promise<HeldInfo>;
  /** Throws `notFound`. */
  take(itemId: string): Promise<Held>;
  forget(itemId: string): Promise<void>;
  /** Everything, sealed under a passphrase of its own, as the text of a file. */
  exportFile(by: Derived): Promise<string>;
  /**
   * Takes in a file; what is there already stays. `place` says whose each key is, by the ledger of this
   * browser. Returns how many were new. Throws `badFile`, `vaultNewer`, `vaultWrongKey`, `vaultFull`.
   */
  importFile(file: string, key: KeyText, place: (item: Held) => Held): Promise<number>;
}

export function safeContents(
  core: Core,
  { now, newId }: Pick<SafeDeps, 'now' | 'newId'>,
  turn: <T>(act: () => Promise<T>) => Promise<T>,
): SafeContents {
  const rewrite = async (decide: (items: Held[]) => Held[]): Promise<void> => {
    const { record, key, items } = await core.opened();
    const next = decide(items);
    if (next.length > MOST_ITEMS) throw new AppError('vaultFull');
    await core.write(record, key, next);
  };

  const hold = async (item: New<HeldKey> | New<HeldToken>): Promise<HeldInfo> => {
    const held = { ...item, id: newId(), heldAt: now() } as Held;
    await rewrite((items) => [...items.filter((one) => !isSame(one, held)), held]);
    return infoOf(held);
  };

  const take = async (itemId: string): Promise<Held> => {
    const held = (await core.opened()).items.find(({ id }) => id === itemId);
    if (!held) throw new AppError('notFound');
    return held;
  };

  const importFile = async (
    file: string,
    key: KeyText,
    place: (item: Held) => Held,
  ): Promise<number> => {
    // Locked is said before anything is opened.
    await core.opened();
    const found = await openFile(core.crypto, file, key);
    let added: Held[] = [];
    await rewrite((items) => {
      added = found
        .filter((one) => !items.some((own) => isSame(own, one)))
        .map((one) => place({ ...one, id: newId() }));
      return [...items, ...added];
    });
    return added.length;
  };

  return {
    hold: (item) => turn(() => hold(item)),
    take: (itemId) => turn(() => take(itemId)),
    forget: (itemId) => turn(() => rewrite((items) => items.filter(({ id }) => id !== itemId))),
    exportFile: (by) =>
      turn(async () => vaultFile(core.crypto, (await core.opened()).items, by, now())),
    importFile: (file, key, place) => turn(() => importFile(file, key, place)),
  };
}

/** The same key, or a token that a person gave the same name. */
function isSame(a: Held, b: Held): boolean {
  if (a.kind === 'key') return b.kind === 'key' && reveal(a.licenseKey) === reveal(b.licenseKey);
  return b.kind === 'token' && a.service === b.service && a.name === b.name;
}
