import { chatwork } from './chatwork.ts';
import { googleChat } from './google-chat.ts';
import { lineWorks } from './line-works.ts';
import { netshonin } from './netshonin.ts';
import type { Channel, Channels } from './port.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { zendesk } from './zendesk.ts';

/** The channels that work in a browser and in the companion alike, one file each. */
const SHARED: Channel[] = [chatwork, zendesk, slack, googleChat, teams, lineWorks, netshonin];

/** The channels of a place: the shared ones and its own (`notification` in a browser, `mail` in a companion). */
export const channelsWith = (own: Channel[]): Channels =>
  new Map([...SHARED, ...own].map((channel) => [channel.id, channel]));
