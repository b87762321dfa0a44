/** Where each channel's service is, as far as a page needs it to ask for the permission: no parser, no secret. */
import type { WebhookKind } from './webhook.ts';

export const CHATWORK_ORIGIN = 'https://api.chatwork.com';

/** DESIGN §8: nothing else may become a part of a host name. */
const SUBDOMAIN = /^[a-z0-9][a-z0-9-]{0,62}$/;
const EMAIL = /^[^\s@:/]{1,64}@[^\s@:/]{1,190}$/;

/** The account's address from its sub-domain; null for what is none. */
export function zendeskOrigin(subdomain: string): string | null {
  return SUBDOMAIN.test(subdomain) ? `https://${subdomain}.zendesk.com` : null;
}

export const isZendeskEmail = (text: string): boolean => EMAIL.test(text);

export const SLACK: WebhookKind = { host: /^hooks\.slack\.com$/, path: /^\/services\/.+/ };

export const GOOGLE_CHAT: WebhookKind = {
  host: /^chat\.googleapis\.com$/,
  path: /^\/v1\/spaces\/[^/]+\/messages$/,
};

/** A workflow 「Webhook要求を受信したらチャネルに投稿する」: Azure's old hosts and Power Platform's new ones. */
export const TEAMS: WebhookKind = {
  host: /\.(?:logic\.azure\.com|api\.powerplatform\.com)$/,
  path: /\/workflows\/[^/]+\/triggers\/.+/,
};

/** The app 「Incoming Webhook」 (developers.worksmobile.com/jp/docs/webhook). */
export const LINE_WORKS: WebhookKind = {
  host: /^webhook\.worksmobile\.com$/,
  path: /^\/message\/[^/]+$/,
};
