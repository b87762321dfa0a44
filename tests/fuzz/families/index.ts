import { makeTruth } from '../make-truth.ts';
import { pickFrom } from '../pick.ts';
import type { Generated } from '../truth.ts';
import { antd } from './antd/index.ts';
import { cards } from './cards/index.ts';
import { dataTables } from './data-tables/index.ts';
import { detailModern } from './detail/modern.ts';
import { detailOld } from './detail/old.ts';
import { early } from './early/index.ts';
import { element } from './element/index.ts';
import type { Family } from './family.ts';
import { grid } from './grid/index.ts';
import { custom } from './hard/custom.ts';
import { fields } from './hard/fields.ts';
import { textLines } from './hard/lines.ts';
import { nested } from './hard/nested.ts';
import { prose } from './hard/prose.ts';
import { responsive } from './hard/responsive.ts';
import { storeys } from './hard/storeys.ts';
import { transposed } from './hard/transposed.ts';
import { jsp } from './jsp/index.ts';
import { report } from './report/index.ts';

/** The ways in which RMS's pages are, or may come to be, written; each by another developer. */
export const FAMILIES: readonly Family[] = [
  jsp,
  antd,
  cards,
  element,
  grid,
  report,
  dataTables,
  early,
  detailOld,
  detailModern,
];

/** Ways that a person reads and nobody expects of RMS: to say "not understood" is good enough here. */
export const HARD_FAMILIES: readonly Family[] = [
  transposed,
  nested,
  textLines,
  responsive,
  fields,
  custom,
  storeys,
  prose,
];

const ALL = [...FAMILIES, ...HARD_FAMILIES];

/** One page, wholly determined by its seed. `only` names one family, of either list. */
export function generate(seed: number, only?: string): Generated {
  const pick = pickFrom(seed);
  const chosen = pick.oneOf(FAMILIES);
  const family = ALL.find(({ name }) => name === only) ?? chosen;
  return family.write(makeTruth(pick, pick.oneOf(family.pages)), pick);
}
