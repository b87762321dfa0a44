import { useState } from 'preact/hooks';
import { t } from '../../../../components/say.ts';
import type { Known } from '../../../../components/useLedger.ts';
import { AddTarget } from './AddTarget.tsx';
import { TargetCard } from './TargetCard.tsx';

/** お知らせ先: where notices go besides this browser; add, test, remove. */
export function Channels({ known }: { known: Known }) {
  const { targets } = known.ledger;
  const [said, setSaid] = useState('');
  return (
    <section aria-labelledby="channels-title" class="channels">
      <h2 id="channels-title">{t('channels.title')}</h2>
      <p class="quiet">{t('channels.intro')}</p>
      {targets.map((target) => (
        <TargetCard
          key={target.id}
          target={target}
          removed={() => setSaid(t('channels.removed', [target.name]))}
        />
      ))}
      {targets.length === 0 && (
        <div class="nothing">
          <p>{t('channels.empty')}</p>
          <p class="quiet">{t('channels.emptyBody')}</p>
        </div>
      )}
      <p role="status" class="said">
        {said}
      </p>
      <AddTarget
        targets={targets}
        added={() => setSaid(t('channels.added'))}
        began={() => setSaid('')}
      />
    </section>
  );
}
