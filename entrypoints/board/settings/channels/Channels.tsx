import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Known } from '../../../../components/useLedger.ts';
import { AddTarget } from './AddTarget.tsx';
import { TargetCard } from './TargetCard.tsx';

/** お知らせ先: where notices go besides this browser; add, test, remove. */
export function Channels({ known }: { known: Known }) {
  const { targets, meta } = known.ledger;
  const [said, setSaid] = useState('');
  return (
    <section aria-labelledby="channels-title" class="channels">
      <h2 id="channels-title">{t('channels.title')}</h2>
      <p class="quiet">{t('channels.intro')}</p>
      {targets.length > 0 && (
        <Speaker speaks={isSender(meta)} companion={(meta.companionSpeaksFor ?? []).length > 0} />
      )}
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

/** As `reminders/speaker.ts` has it: unpaired, and nobody has said otherwise, or a person said so. */
const isSender = ({ speaksFor, companionHeardAt }: Known['ledger']['meta']): boolean =>
  speaksFor === undefined ? companionHeardAt === undefined : speaksFor.length > 0;

const WORDS = {
  'false-true': 'channels.speaks',
  'false-false': 'channels.speaksNot',
  'true-true': 'channels.standsIn',
  'true-false': 'channels.standsInNot',
} as const;

/** Without a companion one browser sends: this one, or another. With one, that browser stands in where it is not heard. */
function Speaker({ speaks, companion }: { speaks: boolean; companion: boolean }) {
  const set = useAction(async () => {
    await ask('speaker.set', { on: !speaks });
  });
  return (
    <div class="card speaker" data-kagiban="speaker" data-on={String(speaks)}>
      <p>{t(WORDS[`${companion}-${speaks}`])}</p>
      <div class="buttons">
        <button type="button" class="button" disabled={set.busy} onClick={set.run}>
          {t(speaks ? 'channels.speakStop' : 'channels.speakHere')}
        </button>
      </div>
      <ErrorLine code={set.error} />
    </div>
  );
}
