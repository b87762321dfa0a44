import type { Target } from '../../../../utils/model/notice.ts';
import { makeSecret } from '../../../../utils/model/secret.ts';
import type { ChannelPorts, Message } from '../../../../utils/reminders/channels/port.ts';
import { fetchSites } from '../../keytest/fetch-sites.ts';

export const NOW = Date.parse('2026-11-22T10:00:00+09:00');

export const message = (over: Partial<Message> = {}): Message => ({
  deliveryId: 'd-1',
  ref: 'KGB-0123456789abcdef',
  kind: 'expiry',
  subject: 'あかね堂: GoQSystem のキー あと2日',
  lines: [
    { kind: 'notice', text: 'GoQSystem(末尾 IANT)のライセンスキーは 2026/12/06(日) に切れます。' },
    { kind: 'step', text: 'RMSのアプリ一覧の「詳細」から、新しいキーを発行してください。' },
  ],
  links: [{ text: 'RMSを開く', url: 'https://ichiba-bs.rms.rakuten.co.jp/apisson/' }],
  thread: null,
  dueOn: null,
  again: false,
  lang: 'ja',
  ...over,
});

export const target = (over: Partial<Target>): Target => ({
  id: 't-1',
  channel: 'chatwork',
  name: '宛先',
  config: {},
  secretName: 'secret',
  kinds: ['expiry', 'approval', 'test', 'trouble'],
  people: [],
  enabled: true,
  ...over,
});

/** The world of a channel: the stand-ins, a clock, one secret (null = none is kept). */
export const portsOf = (
  port: number,
  secret: string | null,
  over: Partial<ChannelPorts> = {},
): ChannelPorts => ({
  fetch: fetchSites(port) as typeof fetch,
  clock: () => NOW,
  secret: (name) =>
    Promise.resolve(secret === null || name !== 'secret' ? null : makeSecret(secret)),
  signal: AbortSignal.timeout(20_000),
  ...over,
});
