import type { Problem } from '../utils/model/reading.ts';
import type { PageTrouble } from '../utils/overview/types.ts';
import type { Instant } from '../utils/model/time.ts';
import { Notice } from './Notice.tsx';
import { RmsLink } from './RmsLink.tsx';
import { t } from './say.ts';
import { formatMoment } from './words.ts';

/** A page, or single rows of it, that should hold keys and could not be read: an alarm (promise 3). */
export const Unreadable = ({ trouble, now }: { trouble: PageTrouble; now: Instant }) =>
  trouble.pageClass === 'unreadable' ? (
    <Notice level="unknown" role="alert" data={markOf(trouble)}>
      <strong>{t('popup.pageUnreadable', [t(`popup.pageKind.${trouble.page}`)])}</strong>
      <Reasons problems={trouble.problems} />
      <p>
        <Since trouble={trouble} now={now} /> {t('popup.pageUnreadableNext')}{' '}
        <RmsLink>{t('common.openAppList')}</RmsLink>
      </p>
    </Notice>
  ) : (
    <>
      {trouble.problems.map((problem) => (
        <Notice level="unknown" role="alert" data={markOf(trouble)}>
          <strong>{t('popup.rowUnreadable', [rowName(problem)])}</strong>
          <p>
            {problemWords(problem)} <Since trouble={trouble} now={now} />
          </p>
        </Notice>
      ))}
    </>
  );

const Since = ({ trouble, now }: { trouble: PageTrouble; now: Instant }) => (
  <span class="quiet">{t('popup.notLookedSince', [formatMoment(trouble.since, now, t)])}</span>
);

const markOf = (trouble: PageTrouble) => ({
  'data-kagiban': 'unreadable',
  'data-shop': trouble.shopMark,
  'data-page': trouble.page,
});

const rowName = ({ app, developer, last4 }: Problem): string =>
  [app ?? developer, last4].filter((part) => part !== null).join(' ');

/** The page's own text is inserted as text: Preact escapes it. */
const problemWords = ({ code, where, text }: Problem): string =>
  t(`popup.problem.${code}`, [text === '' ? where : text]);

/** The same sentence for twenty rows is said once. */
function Reasons({ problems }: { problems: Problem[] }) {
  const said = [...new Set(problems.map(problemWords))];
  return said.length === 0 ? null : (
    <ul class="reasons">
      {said.slice(0, 5).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** Not looked at, with what to do: no alarm (promise 4). */
export function NotLooked({ trouble, now }: { trouble: PageTrouble; now: Instant }) {
  const words = notLookedWords(trouble);
  return words === null ? null : (
    <Notice level="waiting" data={{ 'data-kagiban': 'not-looked' }}>
      {words} <Since trouble={trouble} now={now} /> <RmsLink>{t('common.openAppList')}</RmsLink>
    </Notice>
  );
}

function notLookedWords({ pageClass }: PageTrouble): string | null {
  if (pageClass === 'loggedOut') return t('popup.notLooked.loggedOut');
  if (pageClass === 'noPermission') return t('popup.notLooked.noPermission');
  return pageClass === 'maintenance' ? t('popup.notLooked.maintenance') : null;
}
