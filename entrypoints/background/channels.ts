import { channelsWith } from '../../utils/reminders/channels/index.ts';
import type { ChannelPorts } from '../../utils/reminders/channels/port.ts';
import { channelFetch } from './channel-fetch.ts';
import { deviceVault, now } from './services.ts';

/** ms; an attempt is ended after this. */
const SEND_LASTS = 20_000;

/** The channels that need a target. */
export const channels = channelsWith([]);

/** What one attempt gets of the world. */
export const channelPorts = (): ChannelPorts => ({
  fetch: channelFetch,
  clock: now,
  secret: async (name) => (await deviceVault()).open(name),
  signal: AbortSignal.timeout(SEND_LASTS),
});
