import { describe, expect, test } from 'vitest';
import type { CarriedInfo } from '../../../utils/model/carry.ts';
import type { Renewal } from '../../../utils/model/renewal.ts';
import { keysOfEndedRuns } from '../../../utils/renewals/carried.ts';
import type { NextStep, StepWord } from '../../../utils/renewals/next.ts';
import { inOneSitting } from '../../../utils/renewals/sitting.ts';

const step = (runId: string, word: StepWord, tool?: string, until: number | null = null) =>
  ({
    runId,
    do: word,
    binding: tool === undefined ? null : { connectorId: tool, origin: `https://${tool}.example` },
    until,
  }) as NextStep;

const order = (steps: NextStep[], shops: Record<string, string> = {}): string[] =>
  inOneSitting(steps, (runId) => shops[runId] ?? 'shop').map(({ runId }) => runId);

describe('several runs in one sitting', () => {
  test('RMS first, then tool by tool, then what only time settles', () => {
    const steps = [
      step('later', 'wait', 'x', 200),
      step('sooner', 'wait', 'x', 100),
      step('tool-b', 'fill', 'b'),
      step('carry', 'carry'),
      step('tool-a2', 'save', 'a'),
      step('issue', 'issue'),
      step('watch', 'watchOld'),
      step('tool-a1', 'fill', 'a'),
    ];
    expect(order(steps)).toEqual([
      'issue',
      'carry',
      'tool-a2',
      'tool-a1',
      'tool-b',
      'sooner',
      'later',
      'watch',
    ]);
  });

  test('in RMS shop by shop, since it has one log-in at a time', () => {
    const steps = [
      step('b-issue', 'issue'),
      step('a-carry', 'carry'),
      step('b-carry', 'carry'),
      step('a-issue', 'issue'),
    ];
    const shops = { 'a-issue': 'A', 'a-carry': 'A', 'b-issue': 'B', 'b-carry': 'B' };
    expect(order(steps, shops)).toEqual(['a-issue', 'a-carry', 'b-issue', 'b-carry']);
  });
});

describe('carried keys die with their run', () => {
  const key = (id: string, licenseId: string | null, carriedAt: number): CarriedInfo =>
    ({ id, licenseId, carriedAt }) as CarriedInfo;
  const run = (newLicenseId: string, closedAt: number | null): Renewal =>
    ({ newLicenseId, closed: closedAt === null ? null : { at: closedAt } }) as Renewal;

  test('those whose run has ended since, and that no other run needs', () => {
    const carried = [
      key('ended', 'l1', 1),
      key('again', 'l1', 9),
      key('open', 'l2', 1),
      key('unknown', null, 1),
      key('no run', 'l3', 1),
    ];
    const renewals = [run('l1', 5), run('l2', 5), run('l2', null)];
    expect(keysOfEndedRuns({ renewals }, carried)).toEqual(['ended']);
  });
});
