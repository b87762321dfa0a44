import { AppError, type ErrorCode } from '../model/errors.ts';

// Names of DOMException as the IndexedDB standard gives them. Everything else is `storeBroken`.
const CODES: Record<string, ErrorCode> = {
  QuotaExceededError: 'storeFull',
  VersionError: 'storeNewer',
};

const isDomError = (error: unknown): error is DOMException =>
  typeof DOMException !== 'undefined' && error instanceof DOMException;

/** The connection was closed under our hands: by a newer version, or by the browser. */
export const isClosed = (error: unknown): boolean =>
  isDomError(error) && error.name === 'InvalidStateError';

/** Chrome tells of a disk without room by an `UnknownError` with these words, not by the standard's name. */
const NO_SPACE = /NO_SPACE|disk (is )?full|no space left/i;
/** Opening and writing a database takes a few files of up to about a megabyte each. */
const LEAST_ROOM = 4_000_000;

/**
 * An error of IndexedDB as an `AppError`. What a `decide` threw is not the store's fault and is handed
 * back as it is. `room` asks how many bytes are left to write.
 */
export async function asStoreError(
  error: unknown,
  room: () => Promise<number> = roomLeft,
): Promise<unknown> {
  if (error instanceof AppError || !isDomError(error)) return error;
  const known = CODES[error.name];
  if (known) return new AppError(known);
  // On a full disk Chrome cannot even open a database, and does not say why.
  const full = NO_SPACE.test(error.message) || (await room()) < LEAST_ROOM;
  return new AppError(full ? 'storeFull' : 'storeBroken');
}

/**
 * Throws `storeFull` while the disk has no room. To be asked before a database is opened or written: one
 * that Chrome opens on a full disk may be found broken by it, and is then made anew, empty.
 */
export async function needRoom(room: () => Promise<number> = roomLeft): Promise<void> {
  if ((await room()) < LEAST_ROOM) throw new AppError('storeFull');
}

async function roomLeft(): Promise<number> {
  const storage = globalThis.navigator?.storage as StorageManager | undefined;
  const { quota, usage } = (await storage?.estimate().catch(() => undefined)) ?? {};
  return quota === undefined ? Infinity : quota - (usage ?? 0);
}
