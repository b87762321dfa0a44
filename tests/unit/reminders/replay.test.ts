import { describe, expect, test } from 'vitest';
import { PROTECTIONS, type Protection } from '../../replay/sender.ts';
import { simulate } from '../../replay/simulate.ts';
import { storeMaker, type StoreKind } from '../../replay/stores.ts';

const LONG = process.env['KAGIBAN_LONG'] === '1';

const play = async (over: {
  seed: number;
  without?: Protection;
  store?: StoreKind;
  years?: number;
}) =>
  simulate({
    shops: LONG ? 20 : 3,
    years: LONG && !over.without ? 1 : (over.years ?? 0.2),
    seed: over.seed,
    store: await storeMaker(over.store ?? 'memory'),
    // What a protection is for has to happen often enough.
    faultScale: over.without ? 2 : 1,
    speakers: 1,
    without: new Set(over.without ? [over.without] : []),
  });

describe('simulated months with everything going wrong', () => {
  test.each([
    ['memory', 0.2],
    ['sqlite', 0.08],
    ['idb', 0.04],
  ] as const)('nothing is lost and nothing doubled (%s)', async (store, years) => {
    const { tally, wrong } = await play({ seed: 7, store, years });
    expect(wrong.filter((line) => !/^(?:late|early)/.test(line))).toEqual([]);
    expect(tally.due).toBeGreaterThan(5);
  });
});

describe('the judge notices', () => {
  // Without this protection, a run of the same length finds something lost or doubled.
  test.each(PROTECTIONS)('when “%s” is switched off', async (protection) => {
    const harmed = (line: string): boolean =>
      protection === 'undone' ? line.startsWith('early') : !/^(?:late|early)/.test(line);
    const found: string[] = [];
    for (let seed = 1; seed <= (LONG ? 3 : 40) && found.length === 0; seed += 1) {
      // Without it, every plan writes everything anew: a few weeks are enough, and long.
      const years = protection === 'unique' ? 0.05 : 0.2;
      const { wrong } = await play({ seed, without: protection, years });
      found.push(...wrong.filter(harmed));
      if (found.length === 0 || protection !== 'undone') continue;
      // What a clock did is not always found out: here it is.
      expect((await play({ seed, years })).wrong.filter(harmed)).toEqual([]);
    }
    expect(found).not.toEqual([]);
  });
});
