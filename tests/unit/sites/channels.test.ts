import { createConnection } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOSTS } from '../../sites/hosts.ts';
import { startSmtp } from '../../sites/channels/smtp.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { makeClient, type Client } from './client.ts';

let now = Date.parse('2026-11-22T10:00:00+09:00');
let sites: Sites;
let client: Client;

beforeEach(async () => {
  sites = await startSites({ clock: () => now });
  client = makeClient(sites.port);
});
afterEach(() => sites.close());

const chatwork = (path: string, form?: Record<string, string>, token?: string) =>
  client.ask(`https://${HOSTS.chatwork}/v2${path}`, {
    headers: { 'x-chatworktoken': token ?? sites.channels.chatwork.token },
    ...(form ? { form } : {}),
  });
const post = (body = 'こんにちは') => chatwork('/rooms/5001/messages', { body });
const json = <T>({ body }: { body: string }): T => JSON.parse(body) as T;

describe('Chatwork', () => {
  test('posts, and the room can be read back', async () => {
    const { message_id } = json<{ message_id: string }>(await post());
    const read = json<{ message_id: string; body: string }[]>(
      await chatwork('/rooms/5001/messages?force=1'),
    );
    expect(read.map((one) => [one.message_id, one.body])).toEqual([[message_id, 'こんにちは']]);
    expect((await chatwork('/rooms/5002/messages?force=1')).status).toBe(204);
  });

  test('shows the latest hundred only', async () => {
    const [room] = sites.channels.chatwork.rooms;
    const old = { message_id: '1', account_id: 1002, send_time: 0 };
    room?.messages.push(...Array.from({ length: 100 }, (_, i) => ({ ...old, body: String(i) })));
    await post('100');
    const read = json<{ body: string }[]>(await chatwork('/rooms/5001/messages?force=1'));
    expect([read.length, read[0]?.body, read.at(-1)?.body]).toEqual([100, '1', '100']);
  });

  test('takes ten posts in ten seconds a room, and says when more may come', async () => {
    for (let i = 0; i < 10; i += 1) expect((await post()).status).toBe(200);
    const refused = await post();
    expect([refused.status, refused.headers['x-ratelimit-reset']]).toEqual([
      429,
      String(Math.ceil((now + 10_000) / 1_000)),
    ]);
    expect((await chatwork('/rooms/5002/messages', { body: 'x' })).status).toBe(200);
    now += 10_000;
    expect((await post()).status).toBe(200);
  });

  test('takes three hundred calls in five minutes a token', async () => {
    const { calls } = sites.channels.chatwork;
    while (calls.left(sites.channels.chatwork.token) > 1) calls.take(sites.channels.chatwork.token);
    expect((await chatwork('/me')).headers['x-ratelimit-remaining']).toBe('0');
    expect((await chatwork('/me')).status).toBe(429);
    now += 300_000;
    expect((await chatwork('/me')).status).toBe(200);
  });

  test.each([
    ['a wrong token', '/me', 'wrong', undefined, 401],
    ['no such room', '/rooms/1/messages', undefined, { body: 'x' }, 404],
    ['not in the room', '/rooms/5004/messages', undefined, { body: 'x' }, 403],
    ['a reader', '/rooms/5003/messages', undefined, { body: 'x' }, 403],
    ['nothing said', '/rooms/5001/messages', undefined, { body: '' }, 400],
    ['too much said', '/rooms/5001/messages', undefined, { body: 'x'.repeat(65_536) }, 400],
    ['a task for a stranger', '/rooms/5001/tasks', undefined, { body: 'x', to_ids: '9' }, 400],
  ])('refuses: %s', async (_what, path, token, form, status) => {
    expect((await chatwork(path, form, token)).status).toBe(status);
  });

  test('lists rooms of all kinds, but none that the account is not in; keeps tasks', async () => {
    const rooms = json<{ type: string }[]>(await chatwork('/rooms'));
    expect(rooms.map(({ type }) => type)).toEqual(['group', 'group', 'group', 'direct', 'my']);
    const form = { body: '更新', to_ids: '1001,1002', limit: '1764946799', limit_type: 'time' };
    expect(
      json<{ task_ids: number[] }>(await chatwork('/rooms/5001/tasks', form)).task_ids,
    ).toHaveLength(2);
    const open = json<object[]>(await chatwork('/rooms/5001/tasks?status=open'));
    expect(open[0]).toMatchObject({ body: '更新', limit_time: 1764946799, limit_type: 'time' });
  });
});

describe('Zendesk', () => {
  const ask = (
    path: string,
    body?: object,
    headers: Record<string, string> = {},
    method = 'POST',
  ) => {
    const { email, token } = sites.channels.zendesk;
    const authorization = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`;
    return client.ask(`https://${HOSTS.zendesk}/api/v2${path}`, {
      headers: { authorization, ...headers },
      ...(body ? { body: JSON.stringify(body), method } : {}),
    });
  };
  const ticket = { ticket: { subject: 's', external_id: 'd1', comment: { body: 'b' } } };

  test('makes one ticket for one key, and refuses the key with another body', async () => {
    const key = { 'idempotency-key': 'd1' };
    const [first, again] = [await ask('/tickets', ticket, key), await ask('/tickets', ticket, key)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(again.headers['x-idempotency-lookup']).toBe('hit');
    expect((await ask('/tickets', { ticket: { comment: { body: 'c' } } }, key)).status).toBe(400);
    expect(sites.channels.zendesk.tickets).toHaveLength(1);
  });

  test('finds it at once by its external id, by the search only later', async () => {
    await ask('/tickets', ticket);
    const listed = await ask('/tickets?external_id=d1');
    expect(json<{ count: number }>(listed).count).toBe(1);
    const search = () => ask(`/search?query=${encodeURIComponent('type:ticket external_id:d1')}`);
    expect(json<{ count: number }>(await search()).count).toBe(0);
    now += 60_000;
    expect(json<{ count: number }>(await search()).count).toBe(1);
  });

  test('takes a comment and a solution, but nothing more once closed', async () => {
    await ask('/tickets', ticket);
    const [made] = sites.channels.zendesk.tickets;
    const solve = { ticket: { status: 'solved', comment: { body: '解決', public: false } } };
    expect((await ask(`/tickets/${made?.id}`, solve, {}, 'PUT')).status).toBe(200);
    expect([made?.status, made?.comments.length]).toEqual(['solved', 2]);
    if (made) made.status = 'closed';
    expect((await ask(`/tickets/${made?.id}`, solve, {}, 'PUT')).status).toBe(422);
    expect((await ask('/tickets/1', solve, {}, 'PUT')).status).toBe(404);
  });

  test('too fast: with and without a wait; and knows its token', async () => {
    const { calls } = sites.channels.zendesk;
    while (calls.left('all') > 0) calls.take('all');
    expect((await ask('/users/me')).headers['retry-after']).toBe('60');
    sites.channels.zendesk.saysRetryAfter = false;
    const silent = await ask('/users/me');
    expect([silent.status, silent.headers['retry-after']]).toEqual([429, undefined]);
    expect((await ask('/users/me', undefined, { authorization: 'Basic eA==' })).status).toBe(401);
  });
});

describe('webhooks', () => {
  const send = (url: string, body: unknown) =>
    client.ask(url, { method: 'POST', body: JSON.stringify(body) });
  const card = (text: string) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] },
      },
    ],
  });

  test.each([
    ['slack', { text: 'x' }, 200, 'ok'],
    [
      'slack',
      { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] },
      400,
      'invalid_blocks',
    ],
    ['slack', {}, 400, 'no_text'],
    ['googleChat', { text: 'x' }, 200, '"name":"spaces/'],
    ['googleChat', { text: 'あ'.repeat(11_000) }, 400, 'INVALID_ARGUMENT'],
    ['teams', card('x'), 202, ''],
    ['teams', card('あ'.repeat(10_000)), 413, 'too large'],
    ['teams', { text: 'x' }, 400, 'TriggerInputSchemaMismatch'],
    ['lineWorks', { title: 't', body: { text: 'x' } }, 200, '"success"'],
    ['lineWorks', { title: 't' }, 400, 'missing parameter'],
  ] as const)('%s', async (name, body, status, words) => {
    const answer = await send(sites.channels[name].url, body);
    expect([answer.status, answer.body]).toEqual([status, expect.stringContaining(words)]);
    expect(sites.channels[name].received).toHaveLength(status < 300 ? 1 : 0);
  });

  test.each(['slack', 'googleChat', 'teams', 'lineWorks'] as const)(
    '%s keeps its secret, its limit and its end',
    async (name) => {
      const hook = sites.channels[name];
      const body = { text: 'x', body: { text: 'x' }, ...card('x') };
      expect((await send(`${hook.url}0`, body)).status).toBeGreaterThanOrEqual(400);
      while (hook.limit.left('') > 0) hook.limit.take('');
      expect((await send(hook.url, body)).status).toBe(429);
      hook.state = 'gone';
      now += 60_000;
      expect((await send(hook.url, body)).status).toBe(404);
    },
  );
});

test('ネット商人 answers a page whatever happened', async () => {
  const { url, registered } = sites.channels.netshonin;
  const good = await client.ask(url, { form: { pl_id: '12', mail_address: 'a@akanedo.test' } });
  const bad = await client.ask(url, { form: { pl_id: '99', mail_address: 'a@akanedo.test' } });
  expect([good.status, bad.status, registered.length]).toEqual([200, 200, 1]);
});

describe('trouble', () => {
  test.each([
    ['down', 0, true],
    ['loseReply', 1, true],
    ['halfReply', 1, true],
  ] as const)('%s', async (kind, arrived, breaks) => {
    sites.channels.chatwork.fault({ kind }, 1);
    await expect(
      post().then(
        () => false,
        () => true,
      ),
    ).resolves.toBe(breaks);
    expect(sites.channels.chatwork.rooms[0]?.messages).toHaveLength(arrived);
    expect((await post()).status).toBe(200);
  });

  test('answers something else, is slow, answers late, and is well again', async () => {
    const { chatwork: service } = sites.channels;
    service.fault({ kind: 'answer', reply: { status: 503, headers: {}, body: '' } });
    expect([(await post()).status, (await post()).status]).toEqual([503, 503]);
    service.fault({ kind: 'slow', ms: 20 }, 1);
    expect((await post()).status).toBe(200);
    service.fault({ kind: 'late', ms: 20 }, 1);
    expect((await post()).status).toBe(200);
    service.heal();
    expect(service.rooms[0]?.messages).toHaveLength(2);
  });
});

/** Speaks SMTP by hand, a line at a time; gives the first digits of each answer. */
const speak = (port: number, lines: string[]): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const answers: string[] = [];
    const left = [...lines];
    const socket = createConnection(port, '127.0.0.1');
    socket.setEncoding('utf8').on('data', (part: string) => {
      const last = part.trimEnd().split('\n').at(-1) ?? '';
      if (!/^\d{3} /.test(last)) return;
      answers.push(last.slice(0, 3));
      const next = left.shift();
      if (next === undefined) socket.end();
      else socket.write(`${next}\r\n`);
    });
    socket.on('close', () => resolve(answers));
    socket.on('error', reject);
  });

test('the SMTP server takes mail from who knows the password', async () => {
  const smtp = await startSmtp();
  try {
    const login = (password: string) =>
      `AUTH PLAIN ${Buffer.from(`\0${smtp.user}\0${password}`).toString('base64')}`;
    const rest = [
      'MAIL FROM:<a@akanedo.test>',
      'RCPT TO:<b@akanedo.test>',
      'DATA',
      'Subject: x\r\n\r\ny\r\n.',
      'QUIT',
    ];
    const good = await speak(smtp.port, ['EHLO x', login(smtp.password), ...rest]);
    expect(good).toEqual(['220', '250', '235', '250', '250', '354', '250', '221']);
    expect(smtp.received.map(({ to }) => to)).toEqual([['b@akanedo.test']]);
    expect(await speak(smtp.port, ['EHLO x', login('wrong'), 'QUIT'])).toContain('535');
    smtp.fault = 'mailbox';
    expect(
      await speak(smtp.port, ['EHLO x', login(smtp.password), ...rest.slice(0, 2), 'QUIT']),
    ).toContain('550');
  } finally {
    await smtp.close();
  }
});
