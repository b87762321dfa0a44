import { useState } from 'preact/hooks';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import { TargetForm } from './TargetForm.tsx';
import { useAdd } from './useAdd.ts';

const EMPTY = { url: '', planField: '', plan: '', mailField: '', mail: '' };

/** ネット商人Pro: the shop's own form with its own field names, agreed to be without any promise. */
export function NetshoninForm({ added }: { added: () => void }) {
  const [config, setConfig] = useState(EMPTY);
  const [name, setName] = useState('');
  const add = useAdd(added);
  const set = (field: keyof typeof EMPTY) => (value: string) =>
    setConfig({ ...config, [field]: value });
  return (
    <TargetForm
      channel="netshonin"
      hint={t('channels.netshonin.hint')}
      name={name}
      onName={setName}
      add={add}
      draft={() => ({ channel: 'netshonin', name, config, people: [], secret: null })}
    >
      <TextField
        label={t('channels.netshonin.url')}
        hint={t('channels.netshonin.urlHint')}
        type="url"
        value={config.url}
        onValue={set('url')}
      />
      <TextField label={t('channels.netshonin.plan')} value={config.plan} onValue={set('plan')} />
      <TextField
        label={t('channels.netshonin.mail')}
        type="email"
        value={config.mail}
        onValue={set('mail')}
      />
      <TextField
        label={t('channels.netshonin.planField')}
        hint={t('channels.netshonin.fieldHint')}
        mono
        value={config.planField}
        onValue={set('planField')}
      />
      <TextField
        label={t('channels.netshonin.mailField')}
        mono
        value={config.mailField}
        onValue={set('mailField')}
      />
      <label class="check">
        <input type="checkbox" required />
        {t('channels.netshonin.agree')}
      </label>
    </TargetForm>
  );
}
