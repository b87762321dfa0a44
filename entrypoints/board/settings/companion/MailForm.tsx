import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import { useAction } from '../../../../components/useAction.ts';

/** Mail, which only a companion can send: an address, for every shop of the pairing. */
export function MailForm({ added }: { added: (to: string) => void }) {
  const [to, setTo] = useState('');
  const add = useAction(async () => {
    await ask('companion.mail', { to: to.trim() });
    setTo('');
    added(to.trim());
  });
  return (
    <form
      class="fields"
      autoComplete="off"
      data-kagiban="hand-mail"
      onSubmit={(event) => {
        event.preventDefault();
        add.run();
      }}
    >
      <TextField
        label={t('handover.mail')}
        hint={t('handover.mailHint')}
        type="email"
        maxLength={254}
        value={to}
        onValue={setTo}
      />
      <div class="buttons">
        <button type="submit" class="button" disabled={add.busy}>
          {t('handover.mailAdd')}
        </button>
      </div>
      <ErrorLine code={add.error} />
    </form>
  );
}
