import type { ChannelId } from '../../model/notice.ts';
import type { MessageKey, Say } from '../../model/say.ts';
import type { Outcome, Why } from './port.ts';

type Special = Partial<Record<Why, MessageKey>>;

const WEBHOOK: Special = {
  wrongSecret: 'channels.whyOf.webhookGone',
  notFound: 'channels.whyOf.webhookGone',
  badConfig: 'channels.whyOf.webhookAddress',
};

/** Where a channel can say more than the general words. */
const SPECIAL: Partial<Record<ChannelId, Special>> = {
  chatwork: {
    wrongSecret: 'channels.whyOf.chatworkToken',
    notAllowed: 'channels.whyOf.chatworkMember',
    notFound: 'channels.whyOf.chatworkRoom',
    rateLimited: 'channels.whyOf.chatworkRate',
  },
  zendesk: {
    wrongSecret: 'channels.whyOf.zendeskToken',
    notFound: 'channels.whyOf.zendeskRoom',
  },
  slack: WEBHOOK,
  googleChat: WEBHOOK,
  teams: WEBHOOK,
  lineWorks: WEBHOOK,
  netshonin: { network: 'channels.whyOf.netshonin', timeout: 'channels.whyOf.netshonin' },
  mail: { wrongSecret: 'channels.whyOf.smtpAuth' },
};

/** Why a channel did not take it: what happened, what it means, what to do next. */
export const whyWords = (channel: ChannelId, why: Why, t: Say): string =>
  t(SPECIAL[channel]?.[why] ?? `channels.why.${why}`);

/** How an attempt ended, in words. `name` is what the person calls the target. */
export function outcomeWords(channel: ChannelId, outcome: Outcome, name: string, t: Say): string {
  if (outcome.kind !== 'delivered') {
    const why = whyWords(channel, outcome.why, t);
    // Why it was refused says already that nothing was sent.
    return outcome.kind === 'refused' ? why : t(`channels.outcome.${outcome.kind}`, [why]);
  }
  return channel === 'netshonin'
    ? t('channels.outcome.deliveredForm')
    : t('channels.outcome.delivered', [name]);
}
