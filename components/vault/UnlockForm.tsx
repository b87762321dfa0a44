import { useRef } from 'preact/hooks';
import type { Kdf } from '../../utils/vault/safe/kdf.ts';
import { ask } from '../background.ts';
import { ErrorLine } from '../ErrorLine.tsx';
import { t } from '../say.ts';
import { taken } from '../taken.ts';
import { useAction } from '../useAction.ts';
import { deriveToUnlock } from './derive.ts';
import { PassphraseField } from './PassphraseField.tsx';

interface Props {
  kdf: Kdf;
  unlocked: () => void;
}

/** 合言葉で開ける. The passphrase stays in the page: what it became opens the vault in the background. */
export function UnlockForm({ kdf, unlocked }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const unlock = useAction(async () => {
    await ask('vault.unlock', await deriveToUnlock(taken(input.current), kdf));
    unlocked();
  });
  return (
    <form
      class="fields"
      autoComplete="off"
      data-kagiban="vault-unlock"
      onSubmit={(event) => {
        event.preventDefault();
        unlock.run();
      }}
    >
      <PassphraseField label={t('vault.passphrase')} input={input} />
      <div class="buttons">
        <button type="submit" class="button primary" disabled={unlock.busy}>
          {t(unlock.busy ? 'vault.unlocking' : 'vault.unlock')}
        </button>
      </div>
      <ErrorLine code={unlock.error} />
    </form>
  );
}
