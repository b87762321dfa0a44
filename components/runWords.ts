import { connectorOf } from '../utils/tools/connectors/index.ts';
import { toolFacts } from '../utils/renewals/tool-facts.ts';
import type { CustomTool } from '../utils/model/custom-tool.ts';
import type { Say } from '../utils/model/say.ts';
import type { Instant } from '../utils/model/time.ts';
import type { RunView } from '../utils/overview/runs.ts';
import type { NextStep } from '../utils/renewals/next.ts';
import type { StillOpen } from '../utils/renewals/open.ts';
import { fieldLabel } from './fieldLabel.ts';
import { toolName } from './toolName.ts';
import { formatClock, formatDate } from './words.ts';

/** Where the step is done: the tool by its name, else the app in RMS. */
const placeOf = ({ app }: RunView, { binding }: NextStep, t: Say, taught: CustomTool[]): string =>
  binding === null ? app : toolName(binding.connectorId, t, taught);

/** The one next step of a run, as a sentence. */
export function stepWords(view: RunView, t: Say, taught: CustomTool[]): string {
  const { next } = view;
  if (next === null) return t('run.ending');
  const word = next.do === 'watchOld' && next.on === null ? 'watchOldNoDate' : next.do;
  const when = next.on === null ? clockOf(next.until) : formatDate(next.on, t);
  return t(`run.step.${word}`, [placeOf(view, next, t, taught), next.license?.last4 ?? '–', when]);
}

const clockOf = (at: Instant | null): string => (at === null ? '' : formatClock(at));

/** What to mind at the step; a tool's own warning in its vendor's words. */
export function noteWords({ next }: RunView, t: Say): string[] {
  if (next === null) return [];
  return next.notes.map((note) => {
    const own = next.binding && toolFacts(next.binding.connectorId).stopBeforeChange;
    if (note !== 'stopBeforeChange' || !own) return t(`run.note.${note}`);
    return t('common.lang') === 'ja' ? own.ja : own.en;
  });
}

/** `≡メニュー › ショップ情報 › …`: from the tool's top page to its settings; '' where it is not known. */
export const menuWords = ({ binding }: NextStep): string =>
  (binding && connectorOf(binding.connectorId)?.menuPath.join(' › ')) ?? '';

/** One thing that keeps a run open. */
export function openWords(open: StillOpen, t: Say, taught: CustomTool[]): string {
  if (open.why === 'oldKeyLives') {
    const { last4, expiry } = open.license;
    const on = expiry === null || expiry.basis === 'person' ? null : expiry.on;
    return on === null
      ? t('run.open.oldKeyNoDate', [last4 ?? '–'])
      : t('run.open.oldKeyLives', [last4 ?? '–', formatDate(on, t)]);
  }
  if ('field' in open) {
    const { binding, name } = open.field;
    const where = t('run.fieldOf', [
      toolName(binding.connectorId, t, taught),
      fieldLabel(name, binding.connectorId, t),
    ]);
    return t('run.openAt', [where, t(`run.open.${open.why}`)]);
  }
  return t(`run.open.${open.why}`);
}
