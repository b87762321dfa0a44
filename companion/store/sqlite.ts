import { timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './transaction.ts';
import type { Device, NewDevice, Redeemed, Store } from './types.ts';

/** The store on the embedded SQLite. */
export const sqliteStore = (db: DatabaseSync): Store => ({
  async offerCode({ codeHash, expiresAt, tries }) {
    db.prepare(
      `INSERT INTO pairing_code (id, code_hash, expires_at, tries_left) VALUES (1, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET code_hash = excluded.code_hash,
         expires_at = excluded.expires_at, tries_left = excluded.tries_left`,
    ).run(codeHash, expiresAt, tries);
  },

  redeemCode: async (codeHash, device) => inTransaction(db, () => redeem(db, codeHash, device)),

  async deviceByToken(tokenHash) {
    const row = db
      .prepare('SELECT id, name, origin, paired_at FROM device WHERE token_hash = ?')
      .get(tokenHash) as DeviceRow | undefined;
    return row ? deviceOf(row) : null;
  },

  async removeDevice(id) {
    db.prepare('DELETE FROM device WHERE id = ?').run(id);
  },

  async countDevices() {
    const { count } = db.prepare('SELECT count(*) AS count FROM device').get() as { count: number };
    return count;
  },

  close: () => db.close(),
});

interface DeviceRow {
  id: string;
  name: string;
  origin: string | null;
  paired_at: number;
}

const deviceOf = ({ id, name, origin, paired_at: pairedAt }: DeviceRow): Device => ({
  id,
  name,
  origin,
  pairedAt,
});

function redeem(db: DatabaseSync, codeHash: string, device: NewDevice): Redeemed {
  const open = db
    .prepare('SELECT code_hash FROM pairing_code WHERE expires_at > ? AND tries_left > 0')
    .get(device.pairedAt) as { code_hash: string } | undefined;
  if (!open) return 'gone';
  if (!timingSafeEqual(Buffer.from(open.code_hash), Buffer.from(codeHash))) {
    db.exec('UPDATE pairing_code SET tries_left = tries_left - 1');
    return 'wrong';
  }
  db.exec('DELETE FROM pairing_code');
  db.prepare(
    'INSERT INTO device (id, name, token_hash, origin, paired_at) VALUES (?, ?, ?, ?, ?)',
  ).run(device.id, device.name, device.tokenHash, device.origin, device.pairedAt);
  return 'paired';
}
