import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

interface Props {
  /** e.g. `https://kagiban.example.co.jp`. */
  address: string;
  /** Goes on with the check, wherever the person said. */
  answered: () => void;
}

/** Before a key first leaves the browser for a companion: names it, and asks. */
export function AskCompanion({ address, answered }: Props) {
  const say = useAction(async (allowed: boolean) => {
    await ask('companion.keys', { allowed });
    answered();
  });
  const { host } = new URL(address);
  return (
    <Notice level="waiting" role="status" data={{ 'data-kagiban': 'ask-companion' }}>
      <p>{t('popup.companionAsks', [host])}</p>
      <p class="quiet">{t('popup.companionAsksHint')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          data-kagiban="companion-keys"
          data-allowed="true"
          disabled={say.busy}
          onClick={() => say.run(true)}
        >
          {t('popup.companionKeysYes')}
        </button>
        <button
          type="button"
          class="button"
          data-kagiban="companion-keys"
          data-allowed="false"
          disabled={say.busy}
          onClick={() => say.run(false)}
        >
          {t('popup.companionKeysNo')}
        </button>
      </div>
      <ErrorLine code={say.error} />
    </Notice>
  );
}
