import type { Generated } from 'kysely';

/** The tables as SQL knows them (`migrations.ts`). Instants are ms since 1970, booleans 0 or 1. */
export interface Tables {
  pairing_code: PairingCodeTable;
  member: MemberTable;
  device: DeviceTable;
  device_shop: { device_id: string; shop_id: string };
  shop: ShopTable;
  ledger: LedgerTable;
  history: HistoryTable;
  /** What was done and is not to be done again. */
  receipt: { key: string; at: number };
  /** When that was last so: that the companion looked what is to be said, that a browser had sent all that it read. */
  noted_time: { name: string; at: number };
  watch: WatchTable;
  calendar_link: { id: string; shop_id: string; token_hash: string; created_at: number };
  outbox: OutboxTable;
  shop_secret: { shop_id: string; name: string; sealed: string };
}

/** Where the open deliveries of the ledgers stand, and when each may be tried. */
interface OutboxTable {
  /** The delivery's. */
  id: string;
  shop_id: string;
  due_at: number;
}

interface WatchTable {
  id: string;
  shop_id: string;
  license_id: string;
  member_id: string;
  /** `keyId.base64`, AES-256-GCM under a master key that is not in the database. */
  sealed: string;
  /** JSON list. */
  functions: string;
  created_at: number;
  due_at: number;
}

interface PairingCodeTable {
  id: number;
  code_hash: string;
  expires_at: number;
  tries_left: number;
  /** JSON list of shop digits; null = every shop of this companion. */
  shops: string | null;
}

interface MemberTable {
  id: string;
  name: string;
  created_at: number;
  left_at: number | null;
}

interface DeviceTable {
  id: string;
  name: string;
  token_hash: string;
  origin: string | null;
  paired_at: number;
  member_id: string;
  /** 1 = its token reaches every shop here, those to come too. */
  every_shop: number;
  /** The row stays, so that the browser is told at its next contact. */
  revoked_at: number | null;
}

/** One shop: read, decided on and written as one, with its ledger (DESIGN §8). */
interface ShopTable {
  id: string;
  digits: string | null;
  slug: string | null;
  /** Counts every write. */
  revision: number;
  /** When somebody must look what is to be said: 0 after every write, then as the plan says. */
  wake_at: Generated<number>;
  /** JSON of what was seen again since the ledger was written (`seen-again.ts`); null = nothing was. */
  seen: Generated<string | null>;
}

/** Apart from its shop, which changes far more often and is far smaller. */
interface LedgerTable {
  shop_id: string;
  /** Of a `Ledger` that holds this shop only. */
  json: string;
}

interface HistoryTable {
  seq: Generated<number>;
  shop_id: string;
  at: number;
  kind: string;
  subject_id: string | null;
  detail: string;
}
