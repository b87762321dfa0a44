import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { formatMoment } from '../../../../components/words.ts';
import type { Instant } from '../../../../utils/model/time.ts';
import type { PersonThere } from '../../../../utils/sharing/people.ts';
import { Departure } from './Departure.tsx';
import type { Asked } from './useAsked.ts';

interface Props {
  asked: Asked<PersonThere[]>;
  now: Instant;
}

/** つないでいる人: who works with the companion and on which browsers; ending a browser, and leaving. */
export function People({ asked: { value: people, error, look }, now }: Props) {
  const [leaver, setLeaver] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  return (
    <div class="card" data-kagiban="people">
      <h3>{t('people.title')}</h3>
      <p class="quiet">{t('people.intro')}</p>
      <ErrorLine code={error} />
      <ul class="handed">
        {people?.map((person) => (
          <li key={person.id} data-kagiban="person">
            <Person
              person={person}
              now={now}
              leaves={() => {
                setSaid('');
                setLeaver(person.id);
              }}
              ended={(name) => {
                setSaid(t('people.browserEnded', [name]));
                look();
              }}
            />
            {leaver === person.id && (
              <Departure
                leaver={person}
                others={people.filter((one) => one.id !== person.id && one.browsers.length > 0)}
                cancel={() => setLeaver(null)}
                left={(words) => {
                  setLeaver(null);
                  setSaid(words);
                  look();
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <p role="status" class="said">
        {said}
      </p>
    </div>
  );
}

interface PersonProps {
  person: PersonThere;
  now: Instant;
  leaves: () => void;
  /** A browser of that name was ended. */
  ended: (name: string) => void;
}

function Person({ person: { name, self, browsers }, now, leaves, ended }: PersonProps) {
  return (
    <>
      <div class="person">
        <strong>{name}</strong> {self && <span class="quiet">{t('people.you')}</span>}
        {!self && (
          <button
            type="button"
            class="link-button"
            data-kagiban="leaves"
            aria-label={t('people.leavesLabel', [name])}
            onClick={leaves}
          >
            {t('people.leaves')}
          </button>
        )}
      </div>
      {browsers.length === 0 && <span class="quiet">{t('people.noBrowser')}</span>}
      <ul class="browsers">
        {browsers.map((one) => (
          <li key={one.id} data-kagiban="browser">
            <BrowserLine browser={one} person={name} now={now} ended={() => ended(one.name)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface BrowserProps {
  browser: PersonThere['browsers'][number];
  person: string;
  now: Instant;
  ended: () => void;
}

/** Ending one can't be undone, so it is asked about once. */
function BrowserLine({ browser: { id, name, pairedAt, self }, person, now, ended }: BrowserProps) {
  const [asking, setAsking] = useState(false);
  const end = useAction(async () => {
    await ask('companion.endBrowser', { browserId: id });
    ended();
  });
  return (
    <>
      {name}{' '}
      <span class="quiet">
        {self ? t('people.thisBrowser') : t('people.since', [formatMoment(pairedAt, now, t)])}
      </span>{' '}
      {!self && !asking && (
        <button
          type="button"
          class="link-button"
          aria-label={t('people.endLabel', [person, name])}
          onClick={() => setAsking(true)}
        >
          {t('people.end')}
        </button>
      )}
      {asking && (
        <div class="nothing">
          <p>{t('people.endAsks', [name])}</p>
          <div class="buttons">
            <button
              type="button"
              class="button primary"
              data-kagiban="end-browser"
              disabled={end.busy}
              onClick={end.run}
            >
              {t('people.endYes')}
            </button>
            <button
              type="button"
              class="button"
              disabled={end.busy}
              onClick={() => setAsking(false)}
            >
              {t('people.no')}
            </button>
          </div>
          <ErrorLine code={end.error} />
        </div>
      )}
    </>
  );
}
