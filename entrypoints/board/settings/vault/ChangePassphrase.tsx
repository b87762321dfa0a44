import { useRef, useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { t } from '../../../../components/say.ts';
import { taken } from '../../../../components/taken.ts';
import { deriveKnown } from '../../../../components/vault/derive.ts';
import { PassphraseField } from '../../../../components/vault/PassphraseField.tsx';
import type { Kdf } from '../../../../utils/vault/safe/kdf.ts';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';

/** The old passphrase is asked though the vault is open: whoever sits down at an open one must not take it over. */
export function ChangePassphrase({ kdf, refresh }: { kdf: Kdf; refresh: () => void }) {
  const old = useRef<HTMLInputElement>(null);
  const [changed, setChanged] = useState(false);
  return (
    <details class="card" data-kagiban="vault-passphrase">
      <summary>{t('vault.change')}</summary>
      <NewPassphraseForm
        name="vault-change"
        button={t('vault.changeDo')}
        onMade={async (next) => {
          setChanged(false);
          const key = await deriveKnown(taken(old.current), kdf);
          await ask('vault.changePassphrase', { key, next });
          setChanged(true);
          refresh();
        }}
      >
        <PassphraseField label={t('vault.passphraseNow')} input={old} />
      </NewPassphraseForm>
      {changed && <p role="status">{t('vault.changed')}</p>}
    </details>
  );
}
