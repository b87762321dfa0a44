import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { save } from '../../../../components/save.ts';
import { t } from '../../../../components/say.ts';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';

/** 書き出し: a file that its own passphrase opens, for another computer or the day that this one breaks. */
export function ExportVault() {
  const [made, setMade] = useState(false);
  return (
    <details class="card" data-kagiban="vault-export">
      <summary>{t('vault.export')}</summary>
      <p class="quiet">{t('vault.exportHint')}</p>
      <NewPassphraseForm
        name="vault-export-form"
        button={t('vault.exportDo')}
        onMade={async (derived) => {
          setMade(false);
          const { file } = await ask('vault.export', derived);
          save('kagiban-vault.json', 'application/json', file);
          setMade(true);
        }}
      />
      {made && <p role="status">{t('vault.exported')}</p>}
    </details>
  );
}
