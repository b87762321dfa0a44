import { ask } from '../../../../components/background.ts';
import { t } from '../../../../components/say.ts';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';

/** The first step: a passphrase that nobody can recover. */
export const SetUpVault = ({ made }: { made: () => void }) => (
  <details class="card" data-kagiban="vault-set-up">
    <summary>{t('vault.setUp')}</summary>
    <p>{t('vault.setUpIntro')}</p>
    <p>{t('vault.noRecovery')}</p>
    <NewPassphraseForm
      name="vault-create"
      button={t('vault.create')}
      onMade={async (derived) => {
        await ask('vault.create', derived);
        made();
      }}
    />
  </details>
);
