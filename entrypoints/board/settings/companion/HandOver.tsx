import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Target } from '../../../../utils/model/notice.ts';
import type { Instant } from '../../../../utils/model/time.ts';
import type { HandedChannel, HandedOver } from '../../../../utils/sharing/hand-over.ts';
import { HandedList } from './HandedList.tsx';
import { MailForm } from './MailForm.tsx';
import type { Asked } from './useAsked.ts';

interface Props {
  asked: Asked<HandedChannel[]>;
  address: string;
  targets: Target[];
  now: Instant;
}

/** お知らせの送信: what the companion speaks on, so that notices come while every browser is closed. */
export function HandOver({
  asked: { value: channels, error, look },
  address,
  targets,
  now,
}: Props) {
  const [said, setSaid] = useState('');
  const changed = (words: string): void => {
    setSaid(words);
    look();
  };
  return (
    <div class="card" data-kagiban="handover">
      <h3>{t('handover.title')}</h3>
      <ErrorLine code={error} />
      {channels?.length === 0 && <p>{t('handover.none')}</p>}
      {channels && channels.length > 0 && (
        <HandedList
          channels={channels}
          now={now}
          ended={(name) => changed(t('handover.ended', [name]))}
        />
      )}
      <p role="status" class="said">
        {said}
      </p>
      {channels && (
        <>
          <Give address={address} targets={targets} given={(done) => changed(givenWords(done))} />
          <MailForm added={(to) => changed(t('handover.mailAdded', [to]))} />
        </>
      )}
    </div>
  );
}

function givenWords({ channels, shops, left }: HandedOver): string {
  if (shops === 0) return t('handover.noShop');
  const given = t('handover.given', [String(channels), String(shops)]);
  return left.length === 0 ? given : `${given} ${t('handover.left', [left.join('、')])}`;
}

interface GiveProps extends Pick<Props, 'address' | 'targets'> {
  given: (done: HandedOver) => void;
}

/** Says what leaves for whom before it does. */
function Give({ address, targets, given }: GiveProps) {
  const [asking, setAsking] = useState(false);
  const give = useAction(async () => {
    given(await ask('companion.handOver', {}));
    setAsking(false);
  });
  const names = targets.filter(({ enabled }) => enabled).map(({ name }) => name);
  if (names.length === 0) return <p class="quiet">{t('handover.noTargets')}</p>;
  if (!asking) {
    return (
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="hand-over"
          onClick={() => setAsking(true)}
        >
          {t('handover.give')}
        </button>
      </div>
    );
  }
  return (
    <div class="nothing">
      <p>{t('handover.asks', [names.join('、'), address])}</p>
      <p class="quiet">{t('handover.asksHint')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          data-kagiban="hand-over-yes"
          disabled={give.busy}
          onClick={give.run}
        >
          {t(give.busy ? 'handover.giving' : 'handover.yes')}
        </button>
        <button type="button" class="button" disabled={give.busy} onClick={() => setAsking(false)}>
          {t('handover.no')}
        </button>
      </div>
      <ErrorLine code={give.error} />
    </div>
  );
}
