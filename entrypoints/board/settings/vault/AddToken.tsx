import { useRef, useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { taken } from '../../../../components/taken.ts';
import { TextField } from '../../../../components/TextField.tsx';
import { useAction } from '../../../../components/useAction.ts';
import {
  TOKEN_FIELDS,
  type TokenField,
  type TokenService,
} from '../../../../utils/vault/safe/items.ts';

const SERVICES = Object.keys(TOKEN_FIELDS) as TokenService[];
/** What may be read by whoever looks at the screen. */
const PLAIN = new Set<TokenField>(['zendeskSubdomain', 'zendeskEmail']);

/** Tokens of Chatwork and Zendesk, which Luxliner's settings take. */
export function AddToken({ refresh }: { refresh: () => void }) {
  const [service, setService] = useState<TokenService>('chatwork');
  const [name, setName] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const add = useAction(async () => {
    const values = Object.fromEntries(
      TOKEN_FIELDS[service].map((field) => [
        field,
        taken(form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`) ?? null),
      ]),
    );
    await ask('vault.holdToken', { service, name, values });
    setName('');
    refresh();
  });
  return (
    <details class="card" data-kagiban="vault-token">
      <summary>{t('vault.addToken')}</summary>
      <p class="quiet">{t('vault.addTokenHint')}</p>
      <form
        ref={form}
        class="fields"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          add.run();
        }}
      >
        <label>
          {t('vault.service')}
          <select
            value={service}
            onChange={(event) => setService(event.currentTarget.value as TokenService)}
          >
            {SERVICES.map((one) => (
              <option key={one} value={one}>
                {t(`vault.serviceName.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={t('vault.tokenNameLabel')}
          value={name}
          onValue={setName}
          hint={t('vault.tokenNameHint')}
          maxLength={60}
        />
        {TOKEN_FIELDS[service].map((field) => (
          <label key={field}>
            {t(`vault.tokenField.${field}`)}
            <input
              name={field}
              // Preact's types tell the kinds apart; one input may be either.
              type={(PLAIN.has(field) ? 'text' : 'password') as 'text'}
              class="mono"
              required
              maxLength={300}
              autoComplete="off"
            />
          </label>
        ))}
        <div class="buttons">
          <button type="submit" class="button" disabled={add.busy}>
            {t('vault.hold')}
          </button>
        </div>
        <ErrorLine code={add.error} />
      </form>
    </details>
  );
}
