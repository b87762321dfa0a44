import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Policy } from '../../../../utils/model/notice.ts';
import type { WorkRules } from '../../../../utils/reminders/set-policy.ts';
import { Spans } from './Spans.tsx';
import { clockOf, minutesOf } from './clock.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6];

interface Props {
  policy: Policy;
  /** null = of all shops in no group. */
  group: Policy | null;
  /** Are there groups at all? */
  grouped: boolean;
  /** Does the companion go by them, and every browser that is paired with it? */
  shared: boolean;
}

/** What was touched since, of what was sent. */
const unlessIn = (edits: Partial<WorkRules>, sent: Partial<WorkRules>): Partial<WorkRules> =>
  Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => sent[name as keyof WorkRules] !== value),
  );

/** 営業日と時間: when people work, so that notices come while somebody can act on them. */
export function Rules({ policy, group, grouped, shared }: Props) {
  // What was touched here alone: what a colleague sets meanwhile of the rest is shown, and not written over.
  const [edits, setEdits] = useState<Partial<WorkRules>>({});
  const [saved, setSaved] = useState<Partial<WorkRules> | null>(null);
  const unsaved = saved ? unlessIn(edits, saved) : edits;
  const draft: WorkRules = { ...policy, ...edits };
  const edit = (change: Partial<WorkRules>): void => {
    setEdits({ ...unsaved, ...change });
    setSaved(null);
  };
  const stored = JSON.stringify(policy);
  useEffect(() => {
    if (saved) setEdits(unsaved);
  }, [stored]);
  const save = useAction(async () => {
    const { daysOff, holidaysOff, closed, busy, office, digestAt } = draft;
    const rules = { daysOff, holidaysOff, closed, busy, office, digestAt };
    await ask('policy.set', { ...rules, group: group?.id ?? null });
    setSaved(edits);
  });
  return (
    <section aria-labelledby="rules-title" class="rules" data-kagiban="rules">
      <h2 id="rules-title">{t('rules.title')}</h2>
      <p class="quiet">
        {t('rules.intro')}{' '}
        {group
          ? t('groups.holds', [group.name])
          : t(grouped ? 'groups.holdsForOthers' : 'rules.forAll')}
      </p>
      {shared && (
        <p class="quiet" data-kagiban="rules-shared">
          {t('rules.shared')}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        <DaysOff draft={draft} edit={edit} />
        <Hours draft={draft} edit={edit} />
        <Spans
          title={t('rules.closed')}
          hint={t('rules.closedHint')}
          spans={draft.closed}
          onSpans={(closed) => edit({ closed })}
        />
        <Spans
          title={t('rules.busy')}
          hint={t('rules.busyHint')}
          spans={draft.busy}
          onSpans={(busy) => edit({ busy })}
        />
        <div class="buttons">
          <button
            type="submit"
            class="button"
            data-kagiban="save-rules"
            disabled={save.busy || draft.office.from >= draft.office.to}
          >
            {t('rules.save')}
          </button>
          <span role="status">
            {saved && Object.keys(unsaved).length === 0 && t('rules.saved')}
          </span>
        </div>
        <ErrorLine code={save.error} />
      </form>
    </section>
  );
}

interface Part {
  draft: WorkRules;
  edit: (change: Partial<WorkRules>) => void;
}

function DaysOff({ draft, edit }: Part) {
  const { daysOff, holidaysOff } = draft;
  const names = t('notice.weekdays').split(' ');
  const toggled = (day: number): number[] =>
    daysOff.includes(day) ? daysOff.filter((one) => one !== day) : [...daysOff, day];
  return (
    <fieldset>
      <legend>{t('rules.daysOff')}</legend>
      <div class="buttons">
        {WEEK.map((day) => (
          <label class="check" key={day}>
            <input
              type="checkbox"
              checked={daysOff.includes(day)}
              onChange={() => edit({ daysOff: toggled(day) })}
            />
            {names[day]}
          </label>
        ))}
        <label class="check">
          <input
            type="checkbox"
            checked={holidaysOff}
            onChange={() => edit({ holidaysOff: !holidaysOff })}
          />
          {t('rules.holidays')}
        </label>
      </div>
    </fieldset>
  );
}

function Hours({ draft, edit }: Part) {
  const { office, digestAt } = draft;
  const time = (label: string, minutes: number, set: (minutes: number) => void) => (
    <label>
      {label}{' '}
      <input
        type="time"
        required
        value={clockOf(minutes)}
        onInput={(event) => {
          const typed = minutesOf(event.currentTarget.value);
          if (typed !== null) set(typed);
        }}
      />
    </label>
  );
  return (
    <fieldset>
      <legend>{t('rules.hours')}</legend>
      <div class="buttons">
        {time(t('rules.from'), office.from, (from) => edit({ office: { ...office, from } }))}
        {time(t('rules.to'), office.to, (to) => edit({ office: { ...office, to } }))}
        {time(t('rules.digestAt'), digestAt, (at) => edit({ digestAt: at }))}
      </div>
      <p class="quiet">{t(office.from < office.to ? 'rules.hoursHint' : 'rules.hoursWrong')}</p>
    </fieldset>
  );
}
