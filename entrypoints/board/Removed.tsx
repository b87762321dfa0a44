import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

/** A tool was removed: what that means, and the way back. */
export function Removed({ tool, restored }: { tool: string; restored: () => void }) {
  const restore = useAction(async () => {
    await ask('tool.restore', {});
    restored();
  });
  return (
    <Notice level="waiting" role="status" data={{ 'data-kagiban': 'removed-tool' }}>
      {t('board.removedTool', [tool])}
      <div>
        <button
          type="button"
          class="button"
          data-kagiban="restore-tool"
          disabled={restore.busy}
          onClick={restore.run}
        >
          {t('board.undo')}
        </button>
      </div>
      <ErrorLine code={restore.error} />
    </Notice>
  );
}
