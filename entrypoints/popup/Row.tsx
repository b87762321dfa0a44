import { AnswerBox } from '../../components/AnswerBox.tsx';
import { Last4 } from '../../components/Last4.tsx';
import { licenseData } from '../../components/licenseData.ts';
import { Next } from '../../components/Next.tsx';
import { Particulars } from '../../components/Particulars.tsx';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
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
  known: Known;
  /** Beside the app: whose it is where several shops are shown, else who made it. */
  aside: string;
  /** The most urgent one says all of it; the others their next step. */
  first: boolean;
}

/** One license: how urgent, what, how long, and what to do. */
export const Row = ({ view, known, aside, first }: Props) => (
  <li class={`license ${view.level}`} {...licenseData(view)}>
    <Shape level={view.level} />
    <div class="line">
      <div class="names" title={`${view.app} ${view.developer}`}>
        <strong>{view.app}</strong>
        <span class="quiet">{aside}</span>
      </div>
      <Time view={view} />
    </div>
    <div class="line facts">
      <Facts view={view} today={known.overview.today} now={known.now} />
      <span
        class="seen quiet"
        title={t('common.readAt', [formatMoment(view.seenAt, known.now, t)])}
      >
        {formatMoment(view.seenAt, known.now, t)}
      </span>
    </div>
    {(view.need !== null || view.stale) && (
      <p class="need" title={needWords(view, known.overview.today, t) ?? undefined}>
        {first && needWords(view, known.overview.today, t)} <Next view={view} />
      </p>
    )}
    <Particulars view={view} folded />
    <AnswerBox view={view} known={known} />
  </li>
);

/** The level's word, unless the days say the same ("expired, expired yesterday"). */
const Time = ({ view }: { view: LicenseView }) => (
  <div class="time">
    {(view.level !== 'broken' || view.daysLeft === null || view.daysLeft >= 0) && (
      <LevelWord view={view} />
    )}
    <strong class={view.level === 'broken' ? 'level broken' : undefined}>
      {timeWords(view, t)}
    </strong>
  </div>
);

const Facts = ({ view, today, now }: { view: LicenseView; today: JstDate; now: Instant }) => (
  <div class="known">
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
);
