import { expect, test } from 'vitest';
import { runInJsdom } from '../../fuzz/in-jsdom.ts';

// A sample of `npm run fuzz` (tests/fuzz/run.ts); `npm run test:long` runs 20,000.
const RUNS = 60;

test('random pages are read as they were meant, or flagged', () => {
  const { failures, silentlyWrong, flagged, runs } = runInJsdom(20260115, 0, 1, RUNS);
  expect({ silentlyWrong, failures: silentlyWrong > 0 ? failures : [] }).toEqual({
    silentlyWrong: 0,
    failures: [],
  });
  expect(flagged / runs).toBeLessThan(0.1);
}, 180_000);
