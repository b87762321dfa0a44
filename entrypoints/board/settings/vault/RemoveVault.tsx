import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';

/** The one act here that nothing can undo: it is asked twice. */
export function RemoveVault({ removed }: { removed: () => void }) {
  const [asked, setAsked] = useState(false);
  const remove = useAction(async () => {
    await ask('vault.remove', {});
    removed();
  });
  if (!asked) {
    return (
      <div class="buttons">
        <button
          type="button"
          class="link-button"
          data-kagiban="vault-remove"
          onClick={() => setAsked(true)}
        >
          {t('vault.remove')}
        </button>
      </div>
    );
  }
  return (
    <Notice level="urgent" role="alert">
      {t('vault.removeAsk')}
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="vault-remove-yes"
          disabled={remove.busy}
          onClick={remove.run}
        >
          {t('vault.removeYes')}
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {t('vault.removeNo')}
        </button>
      </div>
      <ErrorLine code={remove.error} />
    </Notice>
  );
}
