import type { ComponentChildren } from 'preact';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { PassphraseField } from '../../../../components/vault/PassphraseField.tsx';
import type { DerivedKey } from '../../../../utils/messages/protocol.ts';
import { useNewPassphrase } from './usePassphrase.ts';

interface Props {
  /** The button's words. */
  button: string;
  name: string;
  onMade: (made: DerivedKey) => Promise<void>;
  /** What is asked before. */
  children?: ComponentChildren;
}

/** A passphrase typed twice; what it became is handed on, the text is not. */
export function NewPassphraseForm({ button, name, onMade, children }: Props) {
  const { first, again, derive } = useNewPassphrase();
  const make = useAction(async () => {
    await onMade(await derive());
  });
  return (
    <form
      class="fields"
      autoComplete="off"
      data-kagiban={name}
      onSubmit={(event) => {
        event.preventDefault();
        make.run();
      }}
    >
      {children}
      <PassphraseField
        label={t('vault.newPassphrase')}
        hint={t('vault.passphraseHint')}
        input={first}
      />
      <PassphraseField label={t('vault.again')} input={again} />
      <div class="buttons">
        <button type="submit" class="button" disabled={make.busy}>
          {make.busy ? t('vault.working') : button}
        </button>
      </div>
      <ErrorLine code={make.error} />
    </form>
  );
}
