import type { NextStep } from '../utils/renewals/next.ts';
import { ask } from './background.ts';
import { ErrorLine } from './ErrorLine.tsx';
import { t } from './say.ts';
import { useAction } from './useAction.ts';

/** What only the person knows of a step, as the buttons that say so. */
export function RunAnswers({ step }: { step: NextStep }) {
  const { binding, license } = step;
  const answer = useAction(async (say: () => Promise<unknown>) => {
    await say();
  });
  if (binding === null) return null;
  const bindingId = binding.id;
  const holds = () =>
    ask('tool.state', { bindingId, field: 'licenseKey', licenseId: license?.id ?? null });
  const worked = (ok: boolean) => () => ask('tool.worked', { bindingId, ok });
  const button = (word: Answer, say: () => Promise<unknown>) => (
    <button
      type="button"
      class="button"
      data-kagiban="run-answer"
      data-answer={word}
      disabled={answer.busy}
      onClick={() => answer.run(say)}
    >
      {t(`run.answer.${word}`)}
    </button>
  );
  return (
    <>
      <div class="buttons">
        {step.do === 'save' && button('saved', () => ask('tool.saved', { bindingId }))}
        {(step.do === 'tellVendor' || step.do === 'confirmHolds' || step.do === 'paste') &&
          button(step.do, holds)}
        {ASKS_WHETHER_IT_WORKS.has(step.do) && (
          <>
            {button('works', worked(true))}
            {button('fails', worked(false))}
          </>
        )}
      </div>
      <ErrorLine code={answer.error} />
    </>
  );
}

type Answer = 'saved' | 'tellVendor' | 'confirmHolds' | 'paste' | 'works' | 'fails';
const ASKS_WHETHER_IT_WORKS = new Set<NextStep['do']>(['testTool', 'confirm', 'fix']);
