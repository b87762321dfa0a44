import type * as z from 'zod/mini';
import type { CarriedInfo } from '../model/carry.ts';
import type { Instant } from '../model/time.ts';
import { carryRecordSchema } from './carry-records.schema.ts';
import { movedBack } from './carry-time.ts';
import type { KeyStore, SessionArea } from './ports.ts';
import type { Sealed } from './seal.ts';

export type CarryRecord = z.infer<typeof carryRecordSchema>;

const PREFIX = 'carry:';
const SEEN = 'carry-clock';

export interface CarryStore {
  all(): Promise<CarryRecord[]>;
  find(id: string): Promise<CarryRecord | undefined>;
  write(info: CarriedInfo, sealed: Sealed): Promise<void>;
  /** Both halves, key first: what is left of a half-done removal cannot be opened. */
  remove(ids: string[]): Promise<void>;
  /** Keys without ciphertext (the browser was closed) and ciphertext without key. */
  removeHalves(): Promise<void>;
  /** Notes the time, and takes back what a clock set backwards would have given. */
  tick(now: Instant): Promise<void>;
}

export function carryStore(session: SessionArea, keys: KeyStore): CarryStore {
  const sessionIds = async (): Promise<string[]> =>
    (await session.keys())
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));

  const find = async (id: string): Promise<CarryRecord | undefined> => {
    const parsed = carryRecordSchema.safeParse(await session.get(PREFIX + id));
    return parsed.success ? parsed.data : undefined;
  };
  const all = async (): Promise<CarryRecord[]> =>
    (await Promise.all((await sessionIds()).map(find))).filter((record) => record !== undefined);
  const write = (info: CarriedInfo, sealed: Sealed): Promise<void> =>
    session.set(PREFIX + info.id, { version: 1, info, sealed } satisfies CarryRecord);
  const remove = async (ids: string[]): Promise<void> => {
    if (ids.length === 0) return;
    await keys.remove(ids);
    await session.remove(ids.map((id) => PREFIX + id));
  };

  const removeHalves = async (): Promise<void> => {
    const [inSession, inKeys] = await Promise.all([sessionIds(), keys.ids()]);
    const readable = new Set((await all()).map((record) => record.info.id));
    const whole = new Set(inKeys.filter((id) => readable.has(id)));
    await remove([...new Set([...inSession, ...inKeys])].filter((id) => !whole.has(id)));
  };

  const tick = async (now: Instant): Promise<void> => {
    const seen = await session.get(SEEN);
    if (seen === now) return;
    if (typeof seen === 'number' && now < seen) {
      for (const { info, sealed } of await all()) await write(movedBack(info, seen - now), sealed);
    }
    await session.set(SEEN, now);
  };

  return { all, find, write, remove, removeHalves, tick };
}
