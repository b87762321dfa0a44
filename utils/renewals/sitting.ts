import type { NextStep, StepWord } from './next.ts';

/** Acts of one visit to RMS, in their order: a shop's keys are all issued before the first is carried away. */
const IN_RMS: StepWord[] = ['approve', 'update', 'functions', 'issue', 'carry'];
/** Nothing that a person can hurry. */
const LATER: StepWord[] = ['wait', 'addTool', 'close', 'watchOld'];

type Phase = 'rms' | 'tools' | 'later';
const PHASES: Phase[] = ['rms', 'tools', 'later'];

/** Where the person has to be for a step. */
export const phaseOf = ({ do: word }: Pick<NextStep, 'do'>): Phase => {
  if (IN_RMS.includes(word)) return 'rms';
  return LATER.includes(word) ? 'later' : 'tools';
};

const placeOf = ({ binding }: NextStep): string =>
  binding === null ? '' : `${binding.connectorId}\n${binding.origin}`;

const text = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The next steps of several runs in the order of one sitting: one visit to RMS, shop by shop since it has one
 * log-in at a time; then tool by tool; then what only time settles, the soonest first.
 */
export function inOneSitting(steps: NextStep[], shopOf: (runId: string) => string): NextStep[] {
  return steps.toSorted((a, b) => {
    const phase = phaseOf(a);
    const byPhase = PHASES.indexOf(phase) - PHASES.indexOf(phaseOf(b));
    if (byPhase !== 0) return byPhase;
    const byShop = text(shopOf(a.runId), shopOf(b.runId));
    if (phase === 'rms') return byShop || IN_RMS.indexOf(a.do) - IN_RMS.indexOf(b.do);
    if (phase === 'tools') return text(placeOf(a), placeOf(b)) || byShop;
    return LATER.indexOf(a.do) - LATER.indexOf(b.do) || soonest(a, b) || byShop;
  });
}

const soonest = (a: NextStep, b: NextStep): number => (a.until ?? 0) - (b.until ?? 0);
