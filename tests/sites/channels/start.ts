import type { Clock } from '../../../utils/model/time.ts';
import { HOSTS } from '../hosts.ts';
import type { Site } from '../lib/types.ts';
import { makeChatworkState, type ChatworkState } from './chatwork-state.ts';
import { chatworkSite } from './chatwork.ts';
import { makeFaults, type FaultControls } from './faults.ts';
import { makeNetshoninState, netshoninSite, type NetshoninState } from './netshonin.ts';
import {
  googleChatSite,
  lineWorksSite,
  makeWebhooks,
  slackSite,
  teamsSite,
  type Webhook,
} from './webhooks.ts';
import { makeZendeskState, zendeskSite, type ZendeskState } from './zendesk.ts';

type With<T> = T & FaultControls;

/** What a test may look at and switch, one for each service. */
export interface ChannelControls {
  chatwork: With<ChatworkState>;
  zendesk: With<ZendeskState>;
  /** `url` is what a person would paste. */
  slack: With<Webhook & { url: string }>;
  googleChat: With<Webhook & { url: string }>;
  teams: With<Webhook & { url: string }>;
  lineWorks: With<Webhook & { url: string }>;
  netshonin: With<NetshoninState & { url: string }>;
}

/** The services that Kagiban speaks through, by host name. */
export function channelSites(clock: Clock): {
  sites: Record<string, Site>;
  controls: ChannelControls;
} {
  const sites: Record<string, Site> = {};
  const stand = <T extends object>(host: string, state: T, siteOf: Site): With<T> => {
    const { around, fault, heal } = makeFaults();
    sites[host] = around(siteOf);
    return Object.assign(state, { fault, heal });
  };
  const hooks = makeWebhooks(clock);
  const hook = (host: string, state: Webhook, siteOf: Site) =>
    stand(host, Object.assign(state, { url: `https://${host}${state.address}` }), siteOf);
  const chatwork = makeChatworkState(clock);
  const zendesk = makeZendeskState(clock);
  const form = { ...makeNetshoninState(), url: `https://${HOSTS.netshonin}/np/sesform.php` };
  return {
    sites,
    controls: {
      chatwork: stand(HOSTS.chatwork, chatwork, chatworkSite(chatwork)),
      zendesk: stand(HOSTS.zendesk, zendesk, zendeskSite(zendesk)),
      slack: hook(HOSTS.slack, hooks.slack, slackSite(hooks)),
      googleChat: hook(HOSTS.googleChat, hooks.googleChat, googleChatSite(hooks)),
      teams: hook(HOSTS.teams, hooks.teams, teamsSite(hooks)),
      lineWorks: hook(HOSTS.lineWorks, hooks.lineWorks, lineWorksSite(hooks)),
      netshonin: stand(HOSTS.netshonin, form, netshoninSite(form)),
    },
  };
}
