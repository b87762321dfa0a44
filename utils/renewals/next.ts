import type { Ledger, License } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import type { Instant, JstDate } from '../model/time.ts';
import type { ToolBinding } from '../model/tool.ts';
import { targetOf } from './keys.ts';
import { notesFor, type RunNote } from './notes.ts';
import { stillOpen, type StillOpen } from './open.ts';
import { toolFacts } from './tool-facts.ts';

/** What a person can do next, and nobody else (DESIGN promise 1); `run.step.<word>` in locales/. */
export const STEP_WORDS = [
  'issue',
  'update',
  'approve',
  'functions',
  'carry',
  'fill',
  'paste',
  'tellVendor',
  'confirmHolds',
  'save',
  'testTool',
  'testKey',
  'confirm',
  'fix',
  'wait',
  'addTool',
  'watchOld',
  'close',
] as const;
export type StepWord = (typeof STEP_WORDS)[number];

export interface NextStep {
  runId: string;
  do: StepWord;
  /** The tool where it is done; null = in RMS, or nowhere. */
  binding: ToolBinding | null;
  /** The key that it is about: the new one, or the old one that is still watched. */
  license: License | null;
  /** `wait`: until when. */
  until: Instant | null;
  /** `watchOld`: the date that RMS showed for the old key. */
  on: JstDate | null;
  notes: RunNote[];
}

export interface Sight {
  ledger: Ledger;
  now: Instant;
  /** Licenses whose keys are carried now. */
  carried: ReadonlySet<string>;
}

/** The one next step of an open run; null = nothing is left, it may end. */
export function nextStep(run: Renewal, sight: Sight): NextStep | null {
  const open = stillOpen(run, sight.ledger, sight.now);
  const first = firstOf(open);
  if (first === undefined) return null;
  const target = targetOf(run, sight.ledger, sight.now);
  const made = stepFor(first, run, target, sight);
  const step: NextStep = {
    runId: run.id,
    binding: null,
    license: target,
    until: null,
    on: null,
    notes: [],
    ...made,
  };
  return { ...step, notes: notesFor(step, run, sight) };
}

/**
 * What was begun is finished first: a tool that shows the key has to be saved before the person goes on. Then
 * whatever can be done now, before what only time settles.
 */
function firstOf(open: StillOpen[]): StillOpen | undefined {
  const done = (one: StillOpen): boolean => one.why !== 'waiting' && one.why !== 'oldKeyLives';
  const untilOf = (one: StillOpen): Instant => (one.why === 'waiting' ? one.until : Infinity);
  const begun = open.find(({ why }) => why === 'notSaved');
  return begun ?? open.find(done) ?? open.toSorted((a, b) => untilOf(a) - untilOf(b))[0];
}

type Made = Pick<NextStep, 'do'> & Partial<NextStep>;

function stepFor(open: StillOpen, run: Renewal, target: License | null, sight: Sight): Made {
  switch (open.why) {
    case 'rms':
      return { do: run.kind };
    case 'subjectGone':
      return { do: 'close' };
    case 'noTool':
      return { do: 'addTool' };
    case 'oldKeyLives':
      return { do: 'watchOld', license: open.license, on: readDate(open.license) };
    case 'waiting':
      return { do: 'wait', binding: open.field.binding, until: open.until };
    case 'notSaved':
      return { do: 'save', binding: open.field.binding };
    case 'notWorking':
      return { do: 'fix', binding: open.field.binding };
    case 'notTested':
      return { do: howToTest(open.field.binding, run, sight.ledger), binding: open.field.binding };
    case 'holdsUnknown':
    case 'holdsOther':
      return placing(open.field.binding, target, sight);
  }
}

const readDate = ({ expiry }: License): JstDate | null =>
  expiry === null || expiry.basis === 'person' ? null : expiry.on;

/** The key has to get into the tool: by our fill, by the person's paste, or by the vendor's hands. */
function placing(binding: ToolBinding, target: License | null, { carried }: Sight): Made {
  const { surface, after } = toolFacts(binding.connectorId);
  if (after === 'nothing') return { do: 'confirmHolds', binding };
  if (after === 'tellVendor' || surface === 'vendor') return { do: 'tellVendor', binding };
  if (target !== null && !carried.has(target.id)) return { do: 'carry' };
  return { do: surface === 'desktop' ? 'paste' : 'fill', binding };
}

/** A shop app's key can be tested by us, a vendor's only by its tool (rms.md §1). */
function howToTest(binding: ToolBinding, run: Renewal, { apps }: Ledger): StepWord {
  if (toolFacts(binding.connectorId).hasTest) return 'testTool';
  const owner = apps.find(({ id }) => id === run.appId)?.owner;
  return owner === 'shop' ? 'testKey' : 'confirm';
}
