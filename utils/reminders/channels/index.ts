import type { Channel, Channels } from './port.ts';

/** The channels that work in a browser and in the companion alike, one file each. */
const SHARED: Channel[] = [];

/** The channels of a place: the shared ones and its own (`notification` in a browser, `mail` in a companion). */
export const channelsWith = (own: Channel[]): Channels =>
  new Map([...SHARED, ...own].map((channel) => [channel.id, channel]));
