import type { Say } from '../../utils/model/say.ts';
import { channelsWith } from '../../utils/reminders/channels/index.ts';
import type { Channel, Channels } from '../../utils/reminders/channels/port.ts';
import type { Place } from '../../utils/reminders/place.ts';
import { mailChannel } from '../mail.ts';
import { makeOutgoing } from '../outgoing/fetch.ts';
import type { Settings } from '../settings.ts';
import { wordsIn } from '../words.ts';

/** What this process speaks with. */
export interface Speaking {
  channels: Channels;
  fetch: typeof fetch;
  t: Say;
  lang: 'ja' | 'en';
  /** From 0 to 1: spreads what is tried again. */
  random: () => number;
}

/** The shared channels, and mail where a server for it is set. */
export const speakingFrom = ({ smtp, language }: Pick<Settings, 'smtp' | 'language'>): Speaking => {
  const own: Channel[] = smtp ? [mailChannel(smtp)] : [];
  const t = wordsIn(language);
  return {
    channels: channelsWith(own),
    fetch: makeOutgoing(),
    t,
    lang: language,
    random: Math.random,
  };
};

/** A companion, as plan and outbox see it: it speaks of everything that it knows. */
export const placeOfCompanion = ({ channels }: Speaking, newId: () => string): Place => ({
  newId,
  channels,
  speaks: () => true,
});
