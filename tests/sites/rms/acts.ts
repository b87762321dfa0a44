import { endOfDayAfter } from '../lib/jst.ts';
import { randomSigns, shopKey, vendorKey } from './keys.ts';
import type { RmsApp, RmsLicense, RmsShop } from './model.ts';
import { KEY_DAYS } from './seed.ts';
import { isExpired } from './states.ts';
import type { Found, RmsWorld } from './world.ts';

/** What a person does on the detail page. Each changes what RMS remembers, and says what RMS says. */
export interface ActResult {
  /** RMS's sentence on the next page. */
  message: string;
  ok: boolean;
  /** The license whose page is shown next. */
  license: RmsLicense;
}

const nextKey = (world: RmsWorld, shop: RmsShop, app: RmsApp): string =>
  world.plannedKeys.shift() ?? (app.owner === 'shop' ? shopKey(shop.id) : vendorKey(shop.id));

const valid = (world: RmsWorld, app: RmsApp): RmsLicense[] =>
  app.licenses.filter((l) => l.phase === 'active' && !isExpired(l, world.clock()));

function freshLicense(world: RmsWorld, key: string): RmsLicense {
  const now = world.clock();
  return {
    id: randomSigns(8),
    key,
    issuedAt: now,
    allowedAt: now,
    expiresAt: endOfDayAfter(now, KEY_DAYS),
    phase: 'active',
    superseded: false,
    shows: {},
  };
}

/** 「新しいライセンスキーを発行」: a new key for 90 days; the old one goes on or not, as the options say. */
export function issue(world: RmsWorld, { shop, app, license }: Found): ActResult {
  const { maxKeys, oldKey } = world.options;
  if (maxKeys !== null && valid(world, app).length >= maxKeys) {
    const message = `有効なライセンスキーは${maxKeys}つまでです。利用していないライセンスキーを停止してから発行してください。`;
    return { message, ok: false, license };
  }
  for (const old of app.licenses) {
    old.superseded = true;
    if (oldKey === 'diesAtOnce' && old.phase === 'active') old.phase = 'stopped';
  }
  const fresh = freshLicense(world, nextKey(world, shop, app));
  app.licenses.push(fresh);
  return { message: '新しいライセンスキーを発行しました。', ok: true, license: fresh };
}

/** 「アップデートする」: the added functions are allowed; the key stays the same (rms.md §5). */
export function update(world: RmsWorld, { app, license }: Found): ActResult {
  app.functions = [...new Set([...app.functions, ...app.offered])];
  app.offered = [];
  if (world.options.updateEndsValidity) license.expiresAt = world.clock();
  return { message: 'アップデートしました。', ok: true, license };
}

/** 「アクセス承認」: from here the key is allowed, and its 90 days begin. */
export function approve(world: RmsWorld, { license }: Found): ActResult {
  const now = world.clock();
  license.phase = 'active';
  license.allowedAt = now;
  license.expiresAt = endOfDayAfter(now, KEY_DAYS);
  return { message: 'アクセスを承認しました。', ok: true, license };
}

/** 「利用停止」. */
export function stop(_world: RmsWorld, { license }: Found): ActResult {
  license.phase = 'stopped';
  return { message: 'ライセンスキーの利用を停止しました。', ok: true, license };
}

/** 「利用開始」. */
export function resume(_world: RmsWorld, { license }: Found): ActResult {
  license.phase = 'active';
  return { message: 'ライセンスキーの利用を開始しました。', ok: true, license };
}

export const ACTS = { issue, update, approve, stop, resume } as const;
export type ActName = keyof typeof ACTS;
export const isActName = (name: string): name is ActName => Object.hasOwn(ACTS, name);
