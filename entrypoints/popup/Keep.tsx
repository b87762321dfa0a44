import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

/** The consent to keep a key in memory for the checks to come. */
export function Keep({ carryId, refresh }: { carryId: string; refresh: () => void }) {
  const keep = useAction(async () => {
    await ask('carry.keep', { carryId });
    refresh();
  });
  return (
    <>
      <p class="quiet">{t('popup.keepHint')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="keep"
          disabled={keep.busy}
          onClick={keep.run}
        >
          {t('popup.keep')}
        </button>
      </div>
      <ErrorLine code={keep.error} />
    </>
  );
}
