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

/**
 * An error of IndexedDB as an `AppError`. What a `decide` threw is not the store's fault and is handed
 * back as it is.
 */
export function asStoreError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isDomError(error)) return new AppError(CODES[error.name] ?? 'storeBroken');
  return error;
}
