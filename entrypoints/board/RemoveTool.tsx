import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

interface Props {
  bindingId: string;
  tool: string;
  removed: () => void;
}

/** The shop no longer uses the tool. Nothing is asked, since it can be put back. */
export function RemoveTool({ bindingId, tool, removed }: Props) {
  const remove = useAction(async () => {
    await ask('tool.remove', { bindingId });
    removed();
  });
  return (
    <>
      <button
        type="button"
        class="link-button"
        data-kagiban="remove-tool"
        aria-label={t('board.removeTool', [tool])}
        disabled={remove.busy}
        onClick={remove.run}
      >
        {t('board.removeToolShort')}
      </button>
      <ErrorLine code={remove.error} />
    </>
  );
}
