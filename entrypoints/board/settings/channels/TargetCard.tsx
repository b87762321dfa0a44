import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Target } from '../../../../utils/model/notice.ts';
import type { Outcome } from '../../../../utils/reminders/channels/port.ts';
import { outcomeWords } from '../../../../utils/reminders/channels/why-words.ts';
import { patternOf } from './patternOf.ts';

interface Props {
  target: Target;
  removed: () => void;
}

/** One target: what it is, a test with the channel's own answer, and its end. Never its token. */
export function TargetCard({ target, removed }: Props) {
  const { id, channel, name } = target;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const test = useAction(async () => {
    setOutcome(null);
    // First, and without awaiting anything before: it may have been taken away since, and is asked for at a click.
    const pattern = patternOf(target);
    if (pattern) await browser.permissions.request({ origins: [pattern] });
    setOutcome((await ask('target.test', { targetId: id })).outcome);
  });
  const remove = useAction(async () => {
    await ask('target.remove', { targetId: id });
    removed();
  });
  return (
    <div class="card" data-kagiban="target" data-channel={channel} data-target={id}>
      <p>
        <strong>{name}</strong> <span class="quiet">{t(`channels.name.${channel}`)}</span>
      </p>
      <p class="quiet">
        {t(target.secretName === null ? 'channels.noSecretNeeded' : 'channels.secretKept')}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          aria-label={t('channels.testLabel', [name])}
          disabled={test.busy}
          onClick={test.run}
        >
          {t(test.busy ? 'channels.testing' : 'channels.test1')}
        </button>
        <button
          type="button"
          class="link-button"
          aria-label={t('channels.removeLabel', [name])}
          disabled={remove.busy}
          onClick={remove.run}
        >
          {t('channels.remove')}
        </button>
      </div>
      {outcome && (
        <Notice
          level={outcome.kind === 'delivered' ? 'fine' : 'unknown'}
          role="status"
          data={{
            'data-outcome': outcome.kind,
            'data-why': outcome.kind === 'delivered' ? '' : outcome.why,
          }}
        >
          {outcomeWords(channel, outcome, name, t)}
        </Notice>
      )}
      <ErrorLine code={test.error ?? remove.error} />
    </div>
  );
}
