import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { Last4 } from '../../../../components/Last4.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { formatMoment } from '../../../../components/words.ts';
import type { Instant } from '../../../../utils/model/time.ts';
import type { WatchedKey } from '../../../../utils/sharing/watches.ts';
import type { Asked } from './useAsked.ts';

interface Props {
  asked: Asked<WatchedKey[]>;
  now: Instant;
}

/** 毎日確かめるキー: which keys the companion keeps, for whom, and their end. */
export function Watches({ asked: watches, now }: Props) {
  return (
    <div class="card" data-kagiban="watches">
      <h3>{t('watch.title')}</h3>
      <ErrorLine code={watches.error} />
      {watches.value?.length === 0 && <p class="quiet">{t('watch.none')}</p>}
      {watches.value && watches.value.length > 0 && (
        <ul class="handed">
          {watches.value.map((one) => (
            <li key={one.id} data-kagiban="watched-key" data-last4={one.last4}>
              <Watched watch={one} now={now} ended={watches.look} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface WatchedProps {
  watch: WatchedKey;
  now: Instant;
  ended: () => void;
}

function Watched({
  watch: { id, app, last4, by, createdAt, nextTestAt },
  now,
  ended,
}: WatchedProps) {
  const end = useAction(async () => {
    await ask('companion.unwatch', { watchId: id });
    ended();
  });
  const facts = [
    t('watch.since', [formatMoment(createdAt, now, t), by ?? t('watch.left')]),
    t('watch.next', [formatMoment(nextTestAt, now, t)]),
  ];
  return (
    <>
      <strong>{app}</strong> <Last4 last4={last4} /> <span class="quiet">{facts.join(' · ')}</span>{' '}
      <button
        type="button"
        class="link-button"
        aria-label={t('watch.endLabel', [app, last4])}
        disabled={end.busy}
        onClick={end.run}
      >
        {t('watch.end')}
      </button>
      <ErrorLine code={end.error} />
    </>
  );
}
