/** Where the vault lies: one record, and nothing but ciphertext in it. */
export interface RecordStore {
  /** undefined = there is none. */
  get(): Promise<unknown>;
  put(record: unknown): Promise<void>;
  remove(): Promise<void>;
}

/** What was last written, told apart from the vault itself: an older state put back is noticed. */
export interface Seen {
  id: string;
  rev: number;
  /** An older state was found and nobody has been told yet. */
  rolledBack: boolean;
}

export interface SeenStore {
  get(): Promise<Seen | null>;
  put(seen: Seen): Promise<void>;
  remove(): Promise<void>;
}
