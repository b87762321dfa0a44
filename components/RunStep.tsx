import type { CustomTool } from '../utils/model/custom-tool.ts';
import type { RunView } from '../utils/overview/runs.ts';
import type { Level } from '../utils/overview/types.ts';
import { phaseOf } from '../utils/renewals/sitting.ts';
import { BOARD_TOOLS } from './links.ts';
import { RmsLink } from './RmsLink.tsx';
import { RunAnswers } from './RunAnswers.tsx';
import { menuWords, noteWords, stepWords } from './runWords.ts';
import { t } from './say.ts';
import { Shape } from './Shape.tsx';
import { toolName } from './toolName.ts';

interface Props {
  view: RunView;
  /** The tools that a person taught, for their names. */
  taught: CustomTool[];
  /** The page of the step is in front already: no way to it is shown. */
  there: boolean;
}

/** The one next step of a run, what to mind, and where it is done. */
export function RunStep({ view, taught, there }: Props) {
  const { next } = view;
  return (
    <div class="run-step" data-kagiban="run-step" data-step={next?.do ?? 'ending'}>
      <p class="sentence">
        <Shape level={levelOf(view)} /> <strong>{stepWords(view, t, taught)}</strong>
      </p>
      {noteWords(view, t).map((words) => (
        <p key={words} class="mind">
          <Shape level="soon" /> {words}
        </p>
      ))}
      {next && !there && <Where view={view} taught={taught} />}
      {next && <RunAnswers step={next} />}
    </div>
  );
}

function levelOf({ next }: RunView): Level {
  if (next === null) return 'fine';
  if (next.do === 'fix') return 'urgent';
  return next.do === 'wait' || next.do === 'watchOld' ? 'waiting' : 'soon';
}

/** The way to where the step is done, as a link that a person follows. */
function Where({ view: { next }, taught }: Pick<Props, 'view' | 'taught'>) {
  if (next === null) return null;
  if (next.do === 'addTool') {
    return (
      <p>
        <a class="button" href={BOARD_TOOLS} target="_blank">
          {t('run.toTools')}
        </a>
      </p>
    );
  }
  if (phaseOf(next) === 'rms') {
    return (
      <p>
        <RmsLink button>{t('common.openAppList')}</RmsLink>
      </p>
    );
  }
  const { binding } = next;
  if (binding === null) return null;
  const menu = menuWords(next);
  return (
    <p class="quiet">
      {binding.origin !== '' && (
        <a
          class="out"
          href={binding.origin + (binding.settingsPath ?? '')}
          target="_blank"
          rel="noreferrer"
        >
          {t('run.openTool', [toolName(binding.connectorId, t, taught)])}
        </a>
      )}{' '}
      {menu !== '' && <span>{menu}</span>}
    </p>
  );
}
