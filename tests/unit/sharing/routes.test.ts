// Who hears of what at the companion: a browser decides of the channels that it knows, and of no others.
import { expect, test } from 'vitest';
import type { ChannelsAnswer } from '../../../utils/model/companion-notices.schema.ts';
import { NOTICE_KINDS, type NoticeKind, type Route } from '../../../utils/model/notice.ts';
import { routesToSend } from '../../../utils/sharing/routes.ts';

const route = (kind: NoticeKind, ...targetIds: string[]): Route => ({
  kind,
  targetIds,
  fallbackIds: [],
  escalation: null,
});
type Channel = ChannelsAnswer['channels'][number];
const channel = (id: string, over: Partial<Channel> = {}): Channel => ({
  id,
  channel: 'chatwork',
  name: id,
  config: {},
  people: [],
  kinds: [...NOTICE_KINDS],
  enabled: true,
  last: null,
  ...over,
});
const sent = (
  ours: Route[],
  targets: string[],
  routes: Route[],
  channels = [channel('room'), channel('desk')],
) => routesToSend({ routes: ours, targetIds: new Set(targets) }, { routes, channels });

test('whoever knows all that a route reaches says how it goes on, also that it ends', () => {
  const theirs = [route('expiry', 'room')];
  expect(sent([route('expiry', 'desk')], ['room', 'desk'], theirs)).toEqual([
    route('expiry', 'desk'),
  ]);
  expect(sent([], ['room'], theirs)).toEqual([]);
});

test('whoever does not leaves it, fallbacks and who is told at last included', () => {
  const theirs: Route[] = [
    { ...route('expiry', 'room'), fallbackIds: ['desk'] },
    { ...route('test', 'room'), escalation: { targetId: 'desk', afterHours: 3 } },
  ];
  expect(sent([route('expiry', 'room'), route('test')], ['room'], theirs)).toEqual(theirs);
});

test('where nothing was said, and where nobody is told, it is about all channels', () => {
  expect(sent([route('expiry')], ['own'], [])).toEqual([]);
  expect(sent([route('expiry')], ['room', 'desk'], [])).toEqual([route('expiry')]);
  const nobody = [route('trouble')];
  expect(sent([], ['own'], nobody)).toEqual(nobody);
  expect(sent([], ['room', 'desk'], nobody)).toEqual([]);
  // Mail is no browser's; alone it is not silenced.
  const mail = channel('mail', { channel: 'mail' });
  expect(sent([route('expiry')], ['room'], [], [channel('room'), mail])).toEqual([route('expiry')]);
  expect(sent([route('expiry')], ['own'], [], [mail])).toEqual([]);
});

test('a channel that has ended binds nobody', () => {
  const theirs = [route('expiry', 'gone', 'room')];
  const channels = [channel('room'), channel('gone', { enabled: false })];
  expect(sent([route('expiry', 'room')], ['room'], theirs, channels)).toEqual([
    route('expiry', 'room'),
  ]);
});
