import type { DeviceStore, PairingStore } from './device-types.ts';
import type { CalendarLinkStore, WatchStore } from './kept-types.ts';
import type { OutboxStore, SecretStore } from './outbox-types.ts';
import type { HistoryStore, ShopStore } from './shop-types.ts';

export type * from './device-types.ts';
export type * from './kept-types.ts';
export type * from './outbox-types.ts';
export type * from './shop-types.ts';

type Parts = PairingStore &
  DeviceStore &
  ShopStore &
  HistoryStore &
  WatchStore &
  CalendarLinkStore &
  OutboxStore &
  SecretStore;

/** Where the companion keeps things: the same on both databases (tests/unit/companion/store.test.ts). */
export interface Store extends Parts {
  /** Answers when the database does; rejects when it cannot be used. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
