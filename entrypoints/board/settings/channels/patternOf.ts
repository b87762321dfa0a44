import { CHATWORK_ORIGIN, zendeskOrigin } from '../../../../utils/reminders/channels/addresses.ts';
import type { Target } from '../../../../utils/model/notice.ts';

/** What the browser's permission is asked for: that one address, and no port (patterns know none). */
export function patternOf({ channel, config }: Pick<Target, 'channel' | 'config'>): string | null {
  const address =
    channel === 'chatwork'
      ? CHATWORK_ORIGIN
      : channel === 'zendesk'
        ? zendeskOrigin((config['subdomain'] ?? '').trim().toLowerCase())
        : (config['origin'] ?? config['url'] ?? null);
  const url = address === null ? null : URL.parse(address.trim());
  return url?.protocol === 'https:' ? `https://${url.hostname}/*` : null;
}
