import { makeTruth } from '../make-truth.ts';
import { pickFrom } from '../pick.ts';
import type { Generated } from '../truth.ts';
import { antd } from './antd/index.ts';
import type { Family } from './family.ts';
import { jsp } from './jsp/index.ts';

/** Every way of writing RMS's pages, each by another developer. */
export const FAMILIES: readonly Family[] = [jsp, antd];

/** One page, wholly determined by its seed. `only` narrows it to one family, by name. */
export function generate(seed: number, only?: string): Generated {
  const pick = pickFrom(seed);
  const chosen = pick.oneOf(FAMILIES);
  const family = FAMILIES.find(({ name }) => name === only) ?? chosen;
  return family.write(makeTruth(pick, pick.oneOf(family.pages)), pick);
}
