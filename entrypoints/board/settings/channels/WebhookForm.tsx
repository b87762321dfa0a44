import { useState } from 'preact/hooks';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import type { TargetChannel } from '../../../../utils/reminders/targets.ts';
import { TargetForm } from './TargetForm.tsx';
import { useAdd } from './useAdd.ts';

interface Props {
  channel: Exclude<TargetChannel, 'chatwork' | 'zendesk' | 'netshonin'>;
  added: () => void;
}

/** A webhook: its address is its secret, so it is typed like one and never shown again. */
export function WebhookForm({ channel, added }: Props) {
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const add = useAdd(added);
  return (
    <TargetForm
      channel={channel}
      hint={t('channels.webhook.hint', [t(`channels.name.${channel}`)])}
      name={name}
      onName={setName}
      add={add}
      draft={() => ({ channel, name, config: {}, people: [], secret: url })}
    >
      <TextField
        label={t('channels.webhook.url')}
        hint={t('channels.webhook.urlHint')}
        type="password"
        mono
        maxLength={1000}
        value={url}
        onValue={setUrl}
      />
    </TargetForm>
  );
}
