import { pickFamily } from './all-families.ts';
import { makeTruth } from './make-truth.ts';
import { type Pick, pickFrom } from './pick.ts';
import type { Generated, TruthPage } from './truth.ts';

/** One page of a fuzz run. */
export interface FuzzCase {
  seed: number;
  page: Generated;
  url: string;
  /** For what is done to the page after it was written. */
  pick: Pick;
}

const HOME = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';
const ELSEWHERE: Partial<Record<TruthPage, readonly string[]>> = {
  webApi21: ['https://webservice.rms.rakuten.co.jp/merchant-portal/configurationApi'],
  products2018: ['https://webservice.rms.rakuten.co.jp/merchant-portal/products', HOME],
  detail: [
    'https://ichiba-bs.rms.rakuten.co.jp/apisson/detail',
    'https://webservice.rms.rakuten.co.jp/app/view',
  ],
  other: [
    'https://ichiba-bs.rms.rakuten.co.jp/some/page',
    'https://webservice.rms.rakuten.co.jp/merchant-portal/',
  ],
};

/** The seed of the n-th page of a run. */
export const seedOf = (run: number, n: number): number => (Math.imul(run, 0x85ebca6b) + n) | 0;

const MOST_TRIES = 50;

/** The page of a seed. `sees`: what the program that reads it can see. */
export function caseOf(seed: number, sees: readonly Generated['needs'][]): FuzzCase {
  const pick = pickFrom(seed);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { pages, write } = pickFamily(pick);
    const kind = pick.oneOf(pages);
    const page = write(makeTruth(pick, kind), pick);
    if (!sees.includes(page.needs)) continue;
    return { seed, page, url: pick.oneOf(ELSEWHERE[page.truth.page] ?? [HOME]), pick };
  }
  throw new Error(`no page for seed ${seed}`);
}
