import type { CarriedInfo } from '../model/carry.ts';
import { AppError } from '../model/errors.ts';
import { last4Of, makeSecret, reveal, type Secret } from '../model/secret.ts';
import type { Clock, Instant } from '../model/time.ts';
import { sealedCredentialsSchema } from './carry-records.schema.ts';
import { type CarryRecord, carryStore } from './carry-store.ts';
import { diesAt, IDLE_LIFE, isAlive, kept, renewed, shortened } from './carry-time.ts';
import { inTurn } from './in-turn.ts';
import type { KeyStore, SessionArea } from './ports.ts';
import { newKey, seal, unseal } from './seal.ts';

export interface Credentials {
  licenseKey: Secret;
  /** null: a vendor's app, or the person took the key only. */
  serviceSecret: Secret | null;
}

/** What is known of the key when it is taken: everything of CarriedInfo that `put` does not make. */
export type CarryFacts = Pick<
  CarriedInfo,
  'shopId' | 'appId' | 'licenseId' | 'developer' | 'app' | 'warnings'
>;

/** `person` renews the idle half hour; `retest` (nobody is there) does not. */
export type CarryUse = 'person' | 'retest';

/** Why all die. A key kept by consent outlives the screen lock and RMS's log-out: the retests need it. */
export type DropReason = 'person' | 'runEnded' | 'deviceRevoked' | 'screenLocked' | 'loggedOut';
const SPARES_KEPT = new Set<DropReason>(['screenLocked', 'loggedOut']);

export interface CarryDeps {
  session: SessionArea;
  keys: KeyStore;
  now: Clock;
  newId: () => string;
  /** How long an unused key lives, ms; 30 minutes unless told. */
  idleLife?: () => Promise<number>;
  crypto?: Crypto;
}

export interface Carry {
  put(credentials: Credentials, facts: CarryFacts): Promise<CarriedInfo>;
  /** The living ones, newest first. */
  list(): Promise<CarriedInfo[]>;
  /** Throws `carryGone` where it died, was dropped or cannot be opened. */
  open(id: string, use?: CarryUse): Promise<Credentials>;
  drop(id: string): Promise<void>;
  dropAll(reason: DropReason): Promise<void>;
  /** A person's consent: lives for 95 minutes from the first consent. Throws `carryGone`. */
  keep(id: string): Promise<CarriedInfo>;
  /** From now on unused keys live for `life` ms only, consent or not: the computer became a shared one. */
  shorten(life: number): Promise<void>;
  /** Removes dead and half ones; run at every worker start. Returns when to sweep again, or null. */
  sweep(): Promise<Instant | null>;
}

/**
 * Carried keys: they outlive the worker, never the browser, and lie nowhere in the clear. The session
 * area (memory only) has the ciphertext, IndexedDB a fresh non-extractable key for each; one without
 * the other is worthless, and both are removed together.
 */
export function createCarry(deps: CarryDeps): Carry {
  const { now, newId, idleLife = async () => IDLE_LIFE, crypto = globalThis.crypto } = deps;
  const store = carryStore(deps.session, deps.keys);
  // One after another: a sweep between the read and the write of an `open` would revive a dead key.
  const turn = inTurn();

  const removeDead = async (): Promise<CarryRecord[]> => {
    await store.tick(now());
    const records = await store.all();
    const dead = records.filter(({ info }) => !isAlive(info, now()));
    await store.remove(dead.map(({ info }) => info.id));
    return records.filter((record) => !dead.includes(record));
  };

  const alive = async (id: string): Promise<CarryRecord> => {
    const record = (await removeDead()).find(({ info }) => info.id === id);
    if (record === undefined) throw new AppError('carryGone');
    return record;
  };

  const put = async (credentials: Credentials, facts: CarryFacts): Promise<CarriedInfo> => {
    await store.tick(now());
    const info: CarriedInfo = {
      ...facts,
      id: newId(),
      last4: last4Of(credentials.licenseKey),
      hasSecret: credentials.serviceSecret !== null,
      carriedAt: now(),
      idleUntil: now() + (await idleLife()),
      keepUntil: null,
    };
    const key = await newKey(crypto);
    const sealed = await seal(crypto, key, placeOf(info.id), textOf(credentials));
    await deps.keys.put(info.id, key);
    await store.write(info, sealed);
    return info;
  };

  const open = async (id: string, use: CarryUse): Promise<Credentials> => {
    const { info, sealed } = await alive(id);
    const key = await deps.keys.get(id);
    const text = key && (await unseal(crypto, key, placeOf(id), sealed).catch(() => undefined));
    if (text === undefined) {
      await store.remove([id]);
      throw new AppError('carryGone');
    }
    if (use === 'person') await store.write(renewed(info, now(), await idleLife()), sealed);
    return credentialsIn(text);
  };

  const keep = async (id: string): Promise<CarriedInfo> => {
    const { info, sealed } = await alive(id);
    const next = kept(info, now());
    await store.write(next, sealed);
    return next;
  };

  const dropAll = async (reason: DropReason): Promise<void> => {
    const spared = SPARES_KEPT.has(reason);
    const records = await store.all();
    const dropped = records.filter(({ info }) => !spared || info.keepUntil === null);
    await store.remove(dropped.map(({ info }) => info.id));
  };

  const shorten = async (life: number): Promise<void> => {
    for (const { info, sealed } of await removeDead()) {
      await store.write(shortened(info, now() + life), sealed);
    }
  };

  const sweep = async (): Promise<Instant | null> => {
    await store.removeHalves();
    const ends = (await removeDead()).map(({ info }) => diesAt(info));
    return ends.length === 0 ? null : Math.min(...ends);
  };

  return {
    put: (credentials, facts) => turn(() => put(credentials, facts)),
    list: () => turn(async () => (await removeDead()).map(({ info }) => info).sort(newestFirst)),
    open: (id, use = 'person') => turn(() => open(id, use)),
    drop: (id) => turn(() => store.remove([id])),
    dropAll: (reason) => turn(() => dropAll(reason)),
    keep: (id) => turn(() => keep(id)),
    shorten: (life) => turn(() => shorten(life)),
    sweep: () => turn(sweep),
  };
}

const placeOf = (id: string): string => `kagiban-carry:${id}`;

const newestFirst = (a: CarriedInfo, b: CarriedInfo): number => b.carriedAt - a.carriedAt;

const textOf = ({ licenseKey, serviceSecret }: Credentials): string =>
  JSON.stringify({
    licenseKey: reveal(licenseKey),
    serviceSecret: serviceSecret === null ? null : reveal(serviceSecret),
  });

function credentialsIn(text: string): Credentials {
  const { licenseKey, serviceSecret } = sealedCredentialsSchema.parse(JSON.parse(text));
  return {
    licenseKey: makeSecret(licenseKey),
    serviceSecret: serviceSecret === null ? null : makeSecret(serviceSecret),
  };
}
