import { useState } from 'preact/hooks';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import { TargetForm } from './TargetForm.tsx';
import { useAdd } from './useAdd.ts';

/** Zendesk: sub-domain, the agent's address, and a token that is never shown again. */
export function ZendeskForm({ added }: { added: () => void }) {
  const [subdomain, setSubdomain] = useState('');
  const [email, setEmail] = useState('');
  const [token, setToken] = useState('');
  const [name, setName] = useState('');
  const add = useAdd(added);
  return (
    <TargetForm
      channel="zendesk"
      hint={t('channels.zendesk.hint')}
      name={name}
      onName={setName}
      add={add}
      draft={() => ({
        channel: 'zendesk',
        name,
        config: { subdomain, email },
        people: [],
        secret: token,
      })}
    >
      <TextField
        label={t('channels.zendesk.subdomain')}
        hint={t('channels.zendesk.subdomainHint')}
        maxLength={63}
        value={subdomain}
        onValue={setSubdomain}
      />
      <TextField
        label={t('channels.zendesk.email')}
        type="email"
        maxLength={200}
        value={email}
        onValue={setEmail}
      />
      <TextField
        label={t('channels.zendesk.token')}
        hint={t('channels.zendesk.tokenHint')}
        type="password"
        mono
        value={token}
        onValue={setToken}
      />
    </TargetForm>
  );
}
