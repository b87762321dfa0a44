import type { Ledger } from '../../utils/model/ledger.ts';
import type { Instant } from '../../utils/model/time.ts';
import { SEND_LASTS } from '../../utils/reminders/row-state.ts';
import { channelsWith } from '../../utils/reminders/channels/index.ts';
import { notification } from '../../utils/reminders/channels/notification.browser.ts';
import type { ChannelPorts } from '../../utils/reminders/channels/port.ts';
import type { Place } from '../../utils/reminders/place.ts';
import { browserSpeaks } from '../../utils/reminders/speaker.ts';
import { channelFetch } from './channel-fetch.ts';
import { deviceVault, newId, now } from './services.ts';

/** Every channel that a browser has. */
export const channels = channelsWith([notification]);

/** This browser, as plan and outbox see it. */
export const placeFor = (ledger: Ledger, at: Instant): Place => ({
  newId,
  channels,
  speaks: browserSpeaks(ledger, at),
});

/** What one attempt gets of the world. */
export const channelPorts = (): ChannelPorts => ({
  fetch: channelFetch,
  clock: now,
  secret: async (name) => (await deviceVault()).open(name),
  signal: AbortSignal.timeout(SEND_LASTS),
});
