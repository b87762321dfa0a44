import { describe, expect, test } from 'vitest';
import { PAIRED_PROTECTIONS, type PairedProtection } from '../../replay/paired/browser.ts';
import { simulatePaired } from '../../replay/paired/simulate.ts';

// Two browsers and their companion, the real one on SQLite. Only at full length: every meeting is a real request.
const LONG = process.env['KAGIBAN_LONG'] === '1';

const play = (seed: number, deaths: number, without: PairedProtection[] = []) =>
  simulatePaired({
    shops: 2,
    years: 0.15,
    seed,
    faultScale: 1,
    deaths,
    without: new Set(without),
  });

test.runIf(LONG)(
  'a companion that lives speaks, and its browsers do not',
  { timeout: 300_000 },
  async () => {
    const { wrong, tally } = await play(1, 0);
    expect(wrong.filter((line) => !/^(?:late|early)/.test(line))).toEqual([]);
    expect(tally.delivered).toBeGreaterThan(0);
  },
);

describe.runIf(LONG)('the judge notices', () => {
  test.each(PAIRED_PROTECTIONS)('when “%s” is switched off', { timeout: 900_000 }, async (one) => {
    const found: string[] = [];
    for (let seed = 1; seed <= 4 && found.length === 0; seed += 1) {
      // A companion that dies often and for long is missed where nobody stands in.
      const { wrong } = await play(seed, one === 'standsIn' ? 60 : 0, [one]);
      found.push(...wrong.filter((line) => !/^(?:late|early)/.test(line)));
    }
    expect(found).not.toEqual([]);
  });
});
