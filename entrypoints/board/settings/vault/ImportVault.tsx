import { useRef, useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { taken } from '../../../../components/taken.ts';
import { useAction } from '../../../../components/useAction.ts';
import { deriveKnown } from '../../../../components/vault/derive.ts';
import { PassphraseField } from '../../../../components/vault/PassphraseField.tsx';
import { AppError } from '../../../../utils/model/errors.ts';

/** 読み込み: what is in the file joins what is here; nothing here is replaced. */
export function ImportVault({ refresh }: { refresh: () => void }) {
  const file = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [added, setAdded] = useState<number | null>(null);
  const take = useAction(async () => {
    setAdded(null);
    const typed = taken(passphrase.current);
    const text = await file.current?.files?.[0]?.text();
    if (text === undefined) throw new AppError('badFile');
    const { kdfOfFile } = await import('../../../../utils/vault/safe/file.ts');
    const key = await deriveKnown(typed, kdfOfFile(text));
    const answer = await ask('vault.import', { file: text, key });
    setAdded(answer.added);
    refresh();
  });
  return (
    <details class="card" data-kagiban="vault-import">
      <summary>{t('vault.import')}</summary>
      <form
        class="fields"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          take.run();
        }}
      >
        <label>
          {t('vault.importFile')}
          <input ref={file} type="file" required accept="application/json,.json" />
        </label>
        <PassphraseField label={t('vault.importPassphrase')} input={passphrase} />
        <div class="buttons">
          <button type="submit" class="button" disabled={take.busy}>
            {t(take.busy ? 'vault.working' : 'vault.importDo')}
          </button>
        </div>
        <ErrorLine code={take.error} />
      </form>
      {added !== null && <p role="status">{t('vault.imported', [String(added)])}</p>}
    </details>
  );
}
