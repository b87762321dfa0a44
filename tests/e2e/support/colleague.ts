import { randomUUID } from 'node:crypto';
import type { LicenseRow, ShopIdentity } from '../../../utils/model/reading.ts';
import { aReading, aRow } from '../../unit/ledger/make.ts';
import type { RunningCompanion } from './companion.ts';

/** A colleague whose browser is paired with the same companion: what it does goes through the real routes. */
export interface Colleague {
  /** Reads a list of that shop's keys. */
  reads: (shop: ShopIdentity, rows: Partial<LicenseRow>[]) => Promise<void>;
  /** Ends every browser of that person but its own. */
  endsOthers: () => Promise<void>;
}

/** Pairs one by a new code. */
export async function aColleague(companion: RunningCompanion, person: string): Promise<Colleague> {
  const call = async (method: string, path: string, body?: unknown, token?: string) => {
    const response = await fetch(`${companion.address}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
  const code = await companion.newCode();
  const asked = { code, person, device: `${person}のパソコン` };
  const { token } = (await call('POST', '/v1/pairings', asked)) as { token: string };
  return {
    reads: async (shop, rows) => {
      const at = Date.now();
      const reading = aReading({ at, shop, licenses: rows.map((row) => aRow(row)) });
      const body = { id: randomUUID(), shopId: null, sentAt: at, reading };
      await call('POST', '/v1/readings', body, token);
    },
    endsOthers: async () => {
      const { devices } = (await call('GET', '/v1/devices', undefined, token)) as {
        devices: { id: string; self: boolean; revokedAt: number | null }[];
      };
      for (const { id } of devices.filter((one) => !one.self && one.revokedAt === null)) {
        await call('DELETE', `/v1/devices/${id}`, undefined, token);
      }
    },
  };
}
