import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { PersonThere } from '../../../../utils/sharing/people.ts';

interface Props {
  leaver: PersonThere;
  /** Who could take over. */
  others: PersonThere[];
  left: (words: string) => void;
  cancel: () => void;
}

/** 担当を外す: what ends, what goes to whom, what goes on, and that it can't be undone, before it is done. */
export function Departure({ leaver: { id, name, browsers }, others, left, cancel }: Props) {
  const [to, setTo] = useState('');
  const heir = others.find((one) => one.id === to);
  const leave = useAction(async () => {
    const done = await ask('companion.leaves', { personId: id, to: heir?.id ?? null });
    left(leftWords(name, heir?.name, done));
  });
  return (
    <form
      class="nothing"
      data-kagiban="departure"
      aria-label={t('people.leavesLabel', [name])}
      onSubmit={(event) => {
        event.preventDefault();
        leave.run();
      }}
    >
      <p>
        <strong>{t('people.asks', [name])}</strong>
      </p>
      <ul>
        <li>{t('people.asksBrowsers', [String(browsers.length)])}</li>
        <li>{t('people.asksPromises')}</li>
        <li>{t('people.asksChannels')}</li>
        <li>{t('people.asksCalendar', [name])}</li>
      </ul>
      <label>
        {t('people.heir')}{' '}
        <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">{t('people.nobody')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{t(heir ? 'people.heirHint' : 'people.nobodyHint')}</p>
      <p>{t('people.final')}</p>
      <div class="buttons">
        <button
          type="submit"
          class="button primary"
          data-kagiban="leaves-yes"
          disabled={leave.busy}
        >
          {t('people.yes')}
        </button>
        <button type="button" class="button" disabled={leave.busy} onClick={cancel}>
          {t('people.no')}
        </button>
      </div>
      <ErrorLine code={leave.error} />
    </form>
  );
}

function leftWords(
  name: string,
  heir: string | undefined,
  { revokedDevices, handedOver }: { revokedDevices: number; handedOver: number },
): string {
  const ended = t('people.left', [name, String(revokedDevices)]);
  if (handedOver === 0) return ended;
  const count = String(handedOver);
  return `${ended} ${heir === undefined ? t('people.leftOpen', [count]) : t('people.leftTo', [count, heir])}`;
}
