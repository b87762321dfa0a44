import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';

interface Props {
  bindingId: string;
  known: Known | null;
}

/** 「保存しました」: the person says so; until then the ledger holds "filled, saving not confirmed". */
export function Saved({ bindingId, known }: Props) {
  const saved = useAction(async () => {
    await ask('tool.saved', { bindingId });
  });
  const placements = known?.ledger.placements.filter((one) => one.bindingId === bindingId) ?? [];
  if (placements.length > 0 && placements.every(({ holds }) => holds?.how === 'saved')) {
    return (
      <Notice level="fine" role="status">
        {t('popup.savedThanks')}
      </Notice>
    );
  }
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="saved"
          disabled={saved.busy}
          onClick={() => saved.run()}
        >
          {t('popup.saved')}
        </button>
      </div>
      <ErrorLine code={saved.error} />
    </>
  );
}
