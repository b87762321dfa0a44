import { useState } from 'preact/hooks';
import { addDays, isJstDate } from '../utils/calendar/jst.ts';
import type { Sent } from '../utils/messages/protocol.ts';
import type { Answer } from '../utils/model/reminder.ts';
import type { Instant, JstDate } from '../utils/model/time.ts';
import { answerTo, matterOf } from '../utils/overview/matter.ts';
import type { LicenseView } from '../utils/overview/types.ts';
import { ask } from './background.ts';
import { ErrorLine } from './ErrorLine.tsx';
import { t } from './say.ts';
import { useAction } from './useAction.ts';
import type { Known } from './useLedger.ts';
import { formatFull, formatShortDate } from './words.ts';

interface Props {
  view: LicenseView;
  known: Known;
}

/** 対応します, 予定日, or not now: what a person tells the others of a matter; and it taken back. */
export function AnswerBox({ view, known: { ledger, overview, now } }: Props) {
  const topic = matterOf(view);
  if (topic === null) return null;
  const answer = answerTo(ledger, view, now);
  return answer ? (
    <Given answer={answer} today={overview.today} now={now} />
  ) : (
    <Choices topic={topic} today={overview.today} last={view.expiresOn} />
  );
}

function Given({ answer, today, now }: { answer: Answer; today: JstDate; now: Instant }) {
  const back = useAction(async () => {
    await ask('matter.takeBack', { topic: answer.id });
  });
  const { plannedOn, silentUntil, acknowledged } = answer;
  const silent = silentUntil !== null && silentUntil > now;
  return (
    <div class="answer" data-kagiban="answered">
      <p>
        {plannedOn !== null
          ? t('answer.planned', [formatShortDate(plannedOn, today, t)])
          : acknowledged && t('answer.acknowledged')}{' '}
        {silent && t('answer.silent', [formatFull(silentUntil, now, t)])}
        {plannedOn !== null && !silent && t('answer.notSilent')}
      </p>
      <button
        type="button"
        class="link-button"
        data-kagiban="take-back"
        disabled={back.busy}
        onClick={back.run}
      >
        {t('answer.takeBack')}
      </button>
      <ErrorLine code={back.error} />
    </div>
  );
}

interface ChoicesProps {
  topic: string;
  today: JstDate;
  last: JstDate | null;
}

function Choices({ topic, today, last }: ChoicesProps) {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState('');
  const give = useAction(async (given: Sent<'matter.answer'>['given']) => {
    await ask('matter.answer', { topic, given });
  });
  const snooze = (days: 1 | 7) => () => give.run({ kind: 'snooze', days });
  return (
    <details
      class="answer"
      data-kagiban="answer"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('answer.open')}</summary>
      {open && (
        <>
          <div class="buttons">
            <button
              type="button"
              class="button"
              data-kagiban="acknowledge"
              disabled={give.busy}
              onClick={() => give.run({ kind: 'acknowledge' })}
            >
              {t('answer.acknowledge')}
            </button>
            <button type="button" class="button" disabled={give.busy} onClick={snooze(1)}>
              {t('answer.tomorrow')}
            </button>
            <button type="button" class="button" disabled={give.busy} onClick={snooze(7)}>
              {t('answer.week')}
            </button>
          </div>
          <form
            class="buttons"
            onSubmit={(event) => {
              event.preventDefault();
              if (isJstDate(on)) give.run({ kind: 'plan', on });
            }}
          >
            <label>
              {t('answer.plannedOn')}{' '}
              <input
                type="date"
                required
                min={today}
                max={last !== null && last >= today ? last : addDays(today, 90)}
                value={on}
                onInput={(event) => setOn(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="button" data-kagiban="plan" disabled={give.busy}>
              {t('answer.plan')}
            </button>
          </form>
          <p class="quiet">{t('answer.hint')}</p>
          <ErrorLine code={give.error} />
        </>
      )}
    </details>
  );
}
