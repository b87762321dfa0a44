import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

/** 「保存しました」: what only the person who pressed the tool's button knows. */
export function MarkSaved({ bindingId }: { bindingId: string }) {
  const mark = useAction(async () => {
    await ask('tool.saved', { bindingId });
  });
  return (
    <>
      <button type="button" class="button" disabled={mark.busy} onClick={mark.run}>
        {t('board.markSaved')}
      </button>
      <ErrorLine code={mark.error} />
    </>
  );
}
