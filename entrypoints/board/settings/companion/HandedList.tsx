import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { formatMoment } from '../../../../components/words.ts';
import type { Instant } from '../../../../utils/model/time.ts';
import type { HandedChannel } from '../../../../utils/sharing/hand-over.ts';

interface Props {
  channels: HandedChannel[];
  now: Instant;
  /** A channel of that name was taken back. */
  ended: (name: string) => void;
}

/** Every channel that the companion speaks on, and its end. */
export const HandedList = ({ channels, now, ended }: Props) => (
  <ul class="handed">
    {channels.map((one) => (
      <li key={one.id} data-kagiban="handed" data-channel={one.channel}>
        <Handed handed={one} now={now} ended={() => ended(one.name)} />
      </li>
    ))}
  </ul>
);

interface HandedProps {
  handed: HandedChannel;
  now: Instant;
  ended: () => void;
}

function Handed({ handed: { id, channel, name, shops, sentAt, fails }, now, ended }: HandedProps) {
  const end = useAction(async () => {
    await ask('companion.takeBack', { channelId: id });
    ended();
  });
  const sent = sentAt === null ? t('handover.unsent') : formatMoment(sentAt, now, t);
  const facts = [
    t(`channels.name.${channel}`),
    t('handover.shops', [String(shops)]),
    t('handover.lastSent', [sent]),
  ];
  return (
    <>
      <strong>{name}</strong> <span class="quiet">{facts.join(' · ')}</span>{' '}
      {fails && <strong>{t('handover.fails')}</strong>}{' '}
      <button
        type="button"
        class="link-button"
        aria-label={t('handover.endLabel', [name])}
        disabled={end.busy}
        onClick={end.run}
      >
        {t('handover.end')}
      </button>
      <ErrorLine code={end.error} />
    </>
  );
}
