import { Last4 } from '../../components/Last4.tsx';
import { licenseData } from '../../components/licenseData.ts';
import { RmsLink } from '../../components/RmsLink.tsx';
import { t } from '../../components/say.ts';
import { LevelWord, Shape } from '../../components/Shape.tsx';
import {
  formatDate,
  formatMoment,
  formatShortDate,
  needWords,
  stateWords,
  timeWords,
} from '../../components/words.ts';
import type { Instant, JstDate } from '../../utils/model/time.ts';
import type { LicenseView } from '../../utils/overview/types.ts';

interface Props {
  view: LicenseView;
  today: JstDate;
  now: Instant;
  /** Beside the app: whose it is where several shops are shown, else who made it. */
  aside: string;
}

/** One license: how urgent, what, how long, and what to do. */
export const Row = ({ view, today, now, aside }: Props) => (
  <li class={`license ${view.level}`} {...licenseData(view)}>
    <Shape level={view.level} />
    <div class="names" title={`${view.app} ${view.developer}`}>
      <strong>{view.app}</strong>
      <span class="quiet">{aside}</span>
    </div>
    <div class="time">
      <LevelWord level={view.level} />
      <strong>{timeWords(view, t)}</strong>
    </div>
    <div class="facts">
      <Last4 last4={view.last4} />
      {view.expiresOn && (
        <time dateTime={view.expiresOn} title={formatDate(view.expiresOn, t)}>
          {formatShortDate(view.expiresOn, today, t)}
        </time>
      )}
      <span>{stateWords(view, t)}</span>
      {view.works && <span>{t(`common.works.${view.works}`)}</span>}
      {view.retestAt !== null && (
        <span>{t('common.retestAt', [formatMoment(view.retestAt, now, t)])}</span>
      )}
    </div>
    <div class="seen quiet" title={t('common.readAt', [formatMoment(view.seenAt, now, t)])}>
      {formatMoment(view.seenAt, now, t)}
    </div>
    <Need view={view} today={today} />
  </li>
);

function Need({ view, today }: Pick<Props, 'view' | 'today'>) {
  const words = needWords(view, today, t);
  if (words === null && !view.stale) return null;
  return (
    <p class="need">
      {words ?? t('common.oldReading')} <RmsLink>{t('common.openInRms')}</RmsLink>
    </p>
  );
}
