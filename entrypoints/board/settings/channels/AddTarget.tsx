import { useState } from 'preact/hooks';
import { t } from '../../../../components/say.ts';
import type { Target } from '../../../../utils/model/notice.ts';
import { TARGET_CHANNELS, type TargetChannel } from '../../../../utils/reminders/targets.ts';
import { ChatworkForm } from './ChatworkForm.tsx';
import { NetshoninForm } from './NetshoninForm.tsx';
import { WebhookForm } from './WebhookForm.tsx';
import { ZendeskForm } from './ZendeskForm.tsx';

interface Props {
  targets: Target[];
  added: () => void;
  /** A form was opened: what was said before is over. */
  began: () => void;
}

/** Choose the kind, then fill in its form. */
export function AddTarget({ targets, added, began }: Props) {
  const [channel, setChannel] = useState<TargetChannel | ''>('');
  const done = (): void => {
    setChannel('');
    added();
  };
  return (
    <div class="card pair" data-kagiban="add-target">
      <label>
        {t('channels.add')}
        <select
          value={channel}
          onChange={(event) => {
            setChannel(event.currentTarget.value as TargetChannel | '');
            began();
          }}
        >
          <option value="">{t('channels.which')}</option>
          {TARGET_CHANNELS.map((one) => (
            <option key={one} value={one}>
              {t(`channels.name.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <FormOf channel={channel} targets={targets} done={done} />
    </div>
  );
}

function FormOf({
  channel,
  targets,
  done,
}: {
  channel: TargetChannel | '';
  targets: Target[];
  done: () => void;
}) {
  if (channel === '') return null;
  const kept = targets.some((one) => one.channel === 'chatwork');
  if (channel === 'chatwork') return <ChatworkForm tokenKept={kept} added={done} />;
  if (channel === 'zendesk') return <ZendeskForm added={done} />;
  if (channel === 'netshonin') return <NetshoninForm added={done} />;
  return <WebhookForm key={channel} channel={channel} added={done} />;
}
