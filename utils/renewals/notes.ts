import type { Renewal } from '../model/renewal.ts';
import { validKeys } from './keys.ts';
import type { NextStep, Sight } from './next.ts';
import { toolFacts } from './tool-facts.ts';

/** What to mind at a step; `run.note.<word>` in locales/. */
export const RUN_NOTES = [
  'twoKeys',
  'neverReissue',
  'stopOldFirst',
  'stopBeforeChange',
  'testBeforeSave',
  'doNotReissue',
] as const;
export type RunNote = (typeof RUN_NOTES)[number];

/** At most two keys of an app are valid at once; a third is refused (rms.md §5). */
const MOST_VALID_KEYS = 2;

/** The warnings that belong to this step, of RMS and of the tools that take the key. */
export function notesFor(step: NextStep, run: Renewal, { ledger, now }: Sight): RunNote[] {
  const tools = ledger.bindings
    .filter(({ appId }) => appId === run.appId)
    .map(({ connectorId }) => toolFacts(connectorId));
  const here = step.binding === null ? null : toolFacts(step.binding.connectorId);
  const issuing = step.do === 'issue';
  const found: [RunNote, boolean][] = [
    ['twoKeys', issuing && validKeys(ledger, run.appId, now).length >= MOST_VALID_KEYS],
    ['neverReissue', issuing && tools.some(({ neverReissue }) => neverReissue)],
    ['stopOldFirst', issuing && tools.some(({ stopOldFirst }) => stopOldFirst)],
    ['stopBeforeChange', changes(step) && (here?.stopBeforeChange ?? null) !== null],
    ['testBeforeSave', step.do === 'save' && (here?.hasTest ?? false)],
    ['doNotReissue', step.do === 'wait' || step.do === 'fix'],
  ];
  return found.filter(([, applies]) => applies).map(([note]) => note);
}

const changes = ({ do: word }: NextStep): boolean =>
  word === 'fill' || word === 'paste' || word === 'tellVendor';
