import { BOARD } from '../../components/links.ts';
import { runsOf } from '../../components/runsOf.ts';
import { RunStep } from '../../components/RunStep.tsx';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import type { StatusState } from '../../components/useStatus.ts';
import type { RunView } from '../../utils/overview/runs.ts';
import { NO_ORIGIN } from '../../utils/tools/statements.ts';
import { phaseOf } from '../../utils/renewals/sitting.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import type { Front } from './usePageInFront.ts';

interface Props {
  known: Known;
  shop: ShopView | undefined;
  background: StatusState;
  front: Front;
}

/** The next step of the run that the person is in; the others stand on the board. */
export function OpenRun({ known, shop, background, front }: Props) {
  const { open } = runsOf(known, shop, background);
  const view = inFront(open, front);
  if (!view) return null;
  const { run, app } = view;
  return (
    <section class="panel" aria-label={t('run.title')} data-kagiban="run" data-kind={run.kind}>
      <h2>
        {t('run.title')} <span class="quiet">{app}</span>
      </h2>
      <RunStep view={view} taught={known.ledger.customTools} there={isThere(view, front)} />
      {open.length > 1 && (
        <p>
          <a href={BOARD} target="_blank">
            {t('run.others', [String(open.length - 1)])}
          </a>
        </p>
      )}
    </section>
  );
}

/** RMS is in front for a step in RMS, a tool for a step in a tool. */
const isThere = ({ next }: RunView, { page }: Front): boolean =>
  next !== null &&
  ((page?.kind === 'rms' && phaseOf(next) === 'rms') ||
    (page?.kind === 'tool' && phaseOf(next) === 'tools'));

/** The run whose step is at the tool in front, else the first in the order of one sitting. */
function inFront(open: RunView[], { page }: Front): RunView | undefined {
  const tool = page?.tool ?? null;
  const here = open.find(
    ({ next }) =>
      tool !== null &&
      next?.binding?.connectorId === tool.connectorId &&
      (next.binding.origin === tool.origin || next.binding.origin === NO_ORIGIN),
  );
  return here ?? open[0];
}
