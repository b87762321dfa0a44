/**
 * Memory-only storage of the browser session, shared by all lives of the worker. Wired to
 * `browser.storage.session`, which stays readable by our own pages only. Values must be JSON.
 */
export interface SessionArea {
  get(key: string): Promise<unknown>;
  /** All keys that are in use. */
  keys(): Promise<string[]>;
  set(key: string, value: unknown): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Where the non-extractable AES keys of carried keys lie: IndexedDB, by structured clone. */
export interface KeyStore {
  get(id: string): Promise<CryptoKey | undefined>;
  ids(): Promise<string[]>;
  put(id: string, key: CryptoKey): Promise<void>;
  remove(ids: string[]): Promise<void>;
}
