import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeSecret } from '../../../../utils/model/secret.ts';
import { chatwork, chatworkRooms } from '../../../../utils/reminders/channels/chatwork.ts';
import type { Message } from '../../../../utils/reminders/channels/port.ts';
import { startSites, type Sites } from '../../../sites/start.ts';
import { hostileText, LINK } from './hostile.ts';
import { message, NOW, portsOf, target } from './support.ts';

let now = NOW;
let sites: Sites;
beforeAll(async () => {
  sites = await startSites({ clock: () => now });
});
afterAll(() => sites.close());
beforeEach(() => {
  now += 600_000;
  sites.channels.chatwork.heal();
  for (const room of sites.channels.chatwork.rooms) {
    room.messages.length = 0;
    room.tasks.length = 0;
  }
});

const room = (roomId = '5001', over = {}) => target({ config: { roomId }, ...over });
const ports = (token?: string) =>
  portsOf(sites.port, token ?? sites.channels.chatwork.token, { clock: () => now });
const send = (over: Partial<Message> = {}, to = room()) =>
  chatwork.send(message(over), to, ports());
const said = () => sites.channels.chatwork.rooms[0]?.messages.map(({ body }) => body) ?? [];

test('says it in the room, in a box, with the reference last, and can be asked for it', async () => {
  const to = room('5001', { people: ['1002', 'nobody'] });
  const sent = await send({}, to);
  expect(sent).toEqual({ kind: 'delivered', ref: expect.stringMatching(/^\d+$/) });
  expect(said()).toEqual([
    `[To:1002]\n[info][title]あかね堂: GoQSystem のキー あと2日[/title]` +
      `GoQSystem(末尾 IANT)のライセンスキーは 2026/12/06(日) に切れます。\n` +
      `RMSのアプリ一覧の「詳細」から、新しいキーを発行してください。[/info]\n` +
      `RMSを開く https://ichiba-bs.rms.rakuten.co.jp/apisson/\nKGB-0123456789abcdef`,
  ]);
  const ref = sent.kind === 'delivered' ? sent.ref : null;
  expect(await chatwork.find(message(), to, ports(), now)).toEqual({ kind: 'found', ref, at: now });
  const other = message({ ref: 'KGB-ffff' });
  expect(await chatwork.find(other, to, ports(), now)).toEqual({ kind: 'absent' });
  expect(await chatwork.find(message(), room('5002'), ports(), now)).toEqual({ kind: 'absent' });
});

describe('what another place said', () => {
  const [first, second] = ['a1b2c3d4e5f6', '0f1e2d3c4b5a'];
  const named = (...names: string[]): Message => {
    const ref = 'KGB-0123456789abcdef';
    const foot = { kind: 'note' as const, text: `お知らせ番号 ${[ref, ...names].join(' ')}` };
    return message({ ref, lines: [...message().lines, foot] });
  };
  const look = (names: string[], to = room(), since = now) =>
    chatwork.look({ message: message(), names, since }, to, ports());

  test('is found by its names, the last time that it was said, in one look', async () => {
    await chatwork.send(named(first, second), room(), ports());
    now += 60_000;
    await chatwork.send(named(second), room(), ports());
    const left = () => sites.channels.chatwork.calls.left(sites.channels.chatwork.token);
    const before = left();
    expect(await look([first, second, 'ffffffffffff'])).toEqual({
      kind: 'looked',
      found: new Map([
        [first, now - 60_000],
        [second, now],
      ]),
      outOfSight: false,
    });
    expect(before - left()).toBe(1);
    expect((await look([first], room('5002'))).kind).toBe('looked');
  });

  test('of many things, all names stand in its last line', async () => {
    const names = Array.from({ length: 300 }, (_, n) => n.toString(16).padStart(12, '0'));
    await chatwork.send(named(...names), room(), ports());
    const looked = await look(names);
    expect(looked.kind === 'looked' && looked.found.size).toBe(300);
  });

  test('a name that a page wrote, or that somebody quotes, is none', async () => {
    const text = `アプリ ${first}`;
    await send({ subject: text, lines: [{ kind: 'notice', text }] });
    expect(await look([first])).toMatchObject({ found: new Map() });
  });

  test('is found in tasks too, where the target has them: they do not say when', async () => {
    const to = room('5001', { people: ['1002'], config: { roomId: '5001', task: 'yes' } });
    const due = { ...named(first), dueOn: '2026-12-06' as const };
    await chatwork.send(due, to, ports());
    await chatwork.send(named(second), to, ports());
    const found = new Map([
      [first, null],
      [second, now],
    ]);
    expect(await look([first, second], to)).toEqual({ kind: 'looked', found, outOfSight: false });
    expect(await look([first])).toMatchObject({ found: new Map() });
  });

  test('says so where a hundred others have come since, and where it cannot be asked', async () => {
    const since = now;
    const messages = sites.channels.chatwork.rooms[0]?.messages ?? [];
    for (let n = 1; n < 102; n += 1) {
      const send_time = (since + n * 1_000) / 1_000;
      messages.push({ message_id: `${n}`, account_id: 1, body: `${n}`, send_time });
    }
    expect(await look([first], room(), since)).toMatchObject({ outOfSight: true });
    expect(await look([first], room(), since + 3_000)).toMatchObject({ outOfSight: false });
    const none = { message: message(), names: [first], since };
    expect(await chatwork.look(none, room(), portsOf(sites.port, null))).toMatchObject({
      kind: 'unknown',
      why: 'noSecret',
    });
    sites.channels.chatwork.fault({ kind: 'down' }, 1);
    expect((await look([first])).kind).toBe('unknown');
  });
});

test('says so where a hundred others have come after it', async () => {
  const triedAt = now;
  await send();
  const messages = sites.channels.chatwork.rooms[0]?.messages ?? [];
  const other = (n: number) => ({
    message_id: `${n}`,
    account_id: 1,
    body: `${n}`,
    send_time: (triedAt + n * 1_000) / 1_000,
  });
  for (let n = 1; n < 100; n += 1) messages.push(other(n));
  const find = (since: number) => chatwork.find(message(), room(), ports(), since);
  expect((await find(triedAt)).kind).toBe('found');
  messages.push(other(100));
  expect(await find(triedAt)).toEqual({ kind: 'outOfSight' });
  // Tried after the oldest of them: it would be among them.
  expect(await find(triedAt + 2_000)).toEqual({ kind: 'absent' });
});

test('is a task with a due date where the target wants tasks and somebody is named', async () => {
  const to = room('5001', { people: ['1002'], config: { roomId: '5001', task: 'yes' } });
  const due = { dueOn: '2026-12-06' } as const;
  const sent = await send(due, to);
  const [task] = sites.channels.chatwork.rooms[0]?.tasks ?? [];
  expect(task).toMatchObject({ to: 1002, limit_type: 'date' });
  expect(new Date((task?.limit_time ?? 0) * 1_000).toISOString()).toBe('2026-12-06T14:59:59.000Z');
  expect(sent).toEqual({ kind: 'delivered', ref: `task:${task?.task_id}` });
  const found = () => chatwork.find(message(due), to, ports(), now);
  expect(await found()).toEqual(
    sent.kind === 'delivered' && { kind: 'found', ref: sent.ref, at: null },
  );
  if (task) task.status = 'done';
  expect((await found()).kind).toBe('found');
  await send(due, { ...to, people: [] });
  expect(said()).toHaveLength(1);
});

describe('what goes wrong', () => {
  test.each([
    ['a wrong token', '5001', 'wrong', { kind: 'refused', why: 'wrongSecret' }],
    ['no such room', '1', undefined, { kind: 'refused', why: 'notFound' }],
    ['not a member', '5004', undefined, { kind: 'refused', why: 'notAllowed' }],
    ['a reader', '5003', undefined, { kind: 'refused', why: 'notAllowed' }],
    ['no room chosen', '../me', undefined, { kind: 'refused', why: 'badConfig' }],
  ] as const)('%s', async (_what, roomId, token, outcome) => {
    expect(await chatwork.send(message(), room(roomId), ports(token))).toEqual(outcome);
  });

  test('no token is kept any more', async () => {
    const none = portsOf(sites.port, null);
    const why = 'noSecret';
    expect(await chatwork.send(message(), room(), none)).toEqual({ kind: 'refused', why });
    expect(await chatwork.find(message(), room(), none, now)).toMatchObject({
      kind: 'unknown',
      why,
    });
  });

  test('too fast: waits for as long as Chatwork says', async () => {
    for (let i = 0; i < 10; i += 1) sites.channels.chatwork.posts.take('5001');
    expect(await send()).toEqual({ kind: 'retry', after: 10_000, why: 'rateLimited' });
    now += 10_000;
    expect((await send()).kind).toBe('delivered');
  });

  test.each([
    ['loseReply', 'found'],
    ['down', 'absent'],
  ] as const)('%s: doubtful, and asking settles it', async (kind, found) => {
    sites.channels.chatwork.fault({ kind }, 1);
    expect(await send()).toEqual({ kind: 'doubtful', why: 'network' });
    expect((await chatwork.find(message(), room(), ports(), now)).kind).toBe(found);
  });

  test('half an answer is an answer; none in time is doubtful; a bad one to the question is unknown', async () => {
    sites.channels.chatwork.fault({ kind: 'halfReply' }, 1);
    expect(await send()).toEqual({ kind: 'delivered', ref: null });
    sites.channels.chatwork.fault({ kind: 'late', ms: 5_000 }, 1);
    const impatient = { ...ports(), signal: AbortSignal.timeout(60) };
    const late = await chatwork.send(message(), room(), impatient);
    expect(late.kind).toBe('doubtful');
    const reply = { status: 500, headers: {}, body: '<h1>' };
    sites.channels.chatwork.fault({ kind: 'answer', reply }, 2);
    expect(await send()).toEqual({ kind: 'doubtful', why: 'serverError' });
    expect(await chatwork.find(message(), room(), ports(), now)).toMatchObject({ kind: 'unknown' });
  });
});

test('offers group rooms that can be written to, and no other', async () => {
  const { token } = sites.channels.chatwork;
  expect(await chatworkRooms(makeSecret(token), ports())).toEqual({
    kind: 'rooms',
    rooms: [
      { id: '5001', name: '店舗連絡' },
      { id: '5002', name: '受注トラブル' },
    ],
  });
  expect(await chatworkRooms(makeSecret('wrong'), ports())).toEqual({
    kind: 'refused',
    why: 'wrongSecret',
  });
});

test('whatever a page wrote: one box, our mentions and our links only, not too long', async () => {
  const to = room('5001', { people: ['1002', '[To:all]'] });
  const bodies: string[] = [];
  const fetch = (_url: unknown, init?: RequestInit) => {
    bodies.push(new URLSearchParams(String(init?.body)).get('body') ?? '');
    return Promise.resolve(new Response('{"message_id":"1"}'));
  };
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (subject, text) => {
      const lines = Array.from({ length: 30 }, () => ({ kind: 'notice' as const, text }));
      await chatwork.send(message({ subject, lines }), to, { ...ports(), fetch });
      const body = bodies.at(-1) ?? '';
      expect(body.match(/\[[^\]]*\]/g)).toEqual([
        '[To:1002]',
        '[info]',
        '[title]',
        '[/title]',
        '[/info]',
      ]);
      expect(body.match(/[[\]]/g)).toHaveLength(10);
      expect(body.length).toBeLessThanOrEqual(65_535);
      const [link] = message().links;
      expect(body.replace(link?.url ?? '', '').replace('[To:1002]', '')).not.toMatch(LINK);
    }),
    { numRuns: process.env['KAGIBAN_LONG'] === '1' ? 500 : 30, seed: 5 },
  );
});
