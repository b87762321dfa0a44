import { t } from '../../components/say.ts';
import { Shape } from '../../components/Shape.tsx';
import type { Known } from '../../components/useLedger.ts';
import { formatFull } from '../../components/words.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { Level } from '../../utils/overview/types.ts';
import { WHYS, type Why } from '../../utils/reminders/channels/port.ts';
import { whyWords } from '../../utils/reminders/channels/why-words.ts';
import { sentenceOf } from '../../utils/reminders/sentences.ts';
import { shopNameOf } from '../../utils/reminders/shop-name.ts';
import type { Told, ToldState } from '../../utils/reminders/told.ts';

const LEVEL: Record<ToldState, Level> = {
  sent: 'fine',
  waiting: 'waiting',
  sending: 'waiting',
  failing: 'urgent',
  doubtful: 'unknown',
  handedOver: 'soon',
};
/** A message over more is counted, not listed. */
const LINES = 5;

/** One act of speaking. */
export const NoticeRow = ({ told, known }: { told: Told; known: Known }) => (
  <tr data-kagiban="notice" data-state={told.state} data-channel={told.channel}>
    <td>{formatFull(told.at, known.now, t)}</td>
    <td>
      {told.targetName ?? t(`channels.name.${told.channel}`)}
      {told.targetName !== null && <span class="quiet"> {t(`channels.name.${told.channel}`)}</span>}
    </td>
    <td>
      <Lines told={told} known={known} />
    </td>
    <td>
      <p>
        <Shape level={LEVEL[told.state]} /> {stateWords(told, known.now)}
      </p>
      <Why told={told} />
    </td>
  </tr>
);

function Lines({ told: { says, ends }, known: { ledger, now } }: { told: Told; known: Known }) {
  const several = ledger.shops.length > 1;
  const lines = [
    // As it stands now: what it said then is in the history of the channel.
    ...says.map((one) => ({ one, words: sentenceOf(one, ledger, one.createdAt, t)?.short })),
    ...ends.map((one) => {
      const topic = sentenceOf(one, ledger, now, t)?.topic;
      return { one, words: topic && t('notice.resolved.short', [topic]) };
    }),
  ];
  const more = lines.length - LINES;
  return (
    <ul class="lines">
      {lines.slice(0, LINES).map(({ one, words }) => (
        <li key={`${one.id} ${words}`}>
          {words ?? t('told.gone')}{' '}
          {several && <span class="quiet">{shopNameOf(one.shopId, ledger, t)}</span>}
        </li>
      ))}
      {more > 0 && <li class="quiet">{t('notice.more', [String(more)])}</li>}
    </ul>
  );
}

/** How it stands, and what comes next. */
function stateWords(told: Told, now: Instant): string {
  const { state, attempts, nextAt } = told;
  const times = String(attempts);
  const next = nextAt === null ? '' : formatFull(nextAt, now, t);
  switch (state) {
    case 'sent':
      return attempts > 1 ? t('told.sentAfter', [times]) : t('told.sent');
    case 'waiting':
      return t(told.digest ? 'told.waitingDigest' : 'told.waiting', [next]);
    case 'sending':
      return t('told.sending');
    case 'doubtful':
      return t('told.doubtful', [next]);
    case 'failing':
      return t('told.failing', [times, next]);
    case 'handedOver':
      return t('told.handedOver', [times]);
    default:
      return state satisfies never;
  }
}

const isWhy = (why: string | null): why is Why => WHYS.some((one) => one === why);

/** Why it failed, and why it comes here. */
const Why = ({ told: { channel, state, why, insteadOf, escalated } }: { told: Told }) => (
  <>
    {state !== 'sent' && isWhy(why) && <p class="quiet">{whyWords(channel, why, t)}</p>}
    {insteadOf !== null && <p class="quiet">{t('told.insteadOf', [insteadOf])}</p>}
    {escalated && <p class="quiet">{t('told.escalated')}</p>}
  </>
);
