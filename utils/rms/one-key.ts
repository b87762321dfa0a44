import { AppError } from '../model/errors.ts';
import type { ShopIdentity } from '../model/reading.ts';
import type { FoundKey, FoundKeys } from './keys.ts';

/**
 * The one key that the page shows or that the person selected. Throws `robotCheckFirst` before the check,
 * `severalKeys` where the person must say which, `keyNotFound`.
 */
export function theOneKey(frames: FoundKeys[]): { key: FoundKey; shop: ShopIdentity } {
  const all = frames.flatMap(({ keys, shop }) => keys.map((key) => ({ key, shop })));
  const selected = all.filter(({ key }) => key.from === 'selection');
  const found = selected.length > 0 ? selected : all;
  const [first] = found;
  if (!first) throw new AppError(isBeforeCheck(frames) ? 'robotCheckFirst' : 'keyNotFound');
  if (found.some(({ key }) => key.licenseKey !== first.key.licenseKey)) {
    throw new AppError('severalKeys');
  }
  return first;
}

const isBeforeCheck = (frames: FoundKeys[]): boolean =>
  frames.some(({ pageClass }) => pageClass === 'robotCheck');
