import { json } from '../lib/reply.ts';
import { route, site } from '../lib/router.ts';
import type { Call, Handler, Reply, Site } from '../lib/types.ts';
import type { ChatTask, ChatworkState, Room } from './chatwork-state.ts';

// Shapes and limits: rms.md §7 and developer.chatwork.com. The words of the errors are of no concern to anybody.
const refuse = (status: number, words: string): Reply => json({ errors: [words] }, status);

const LATEST = 100;
const MOST_CHARACTERS = 65_535;
const seconds = (ms: number): number => Math.floor(ms / 1_000);

const limited = (state: ChatworkState, words: string, resetAt: number): Reply => {
  const reply = refuse(429, words);
  const headers = { ...reply.headers, 'x-ratelimit-reset': String(Math.ceil(resetAt / 1_000)) };
  return { ...reply, headers: { ...headers, ...allowance(state) } };
};

const allowance = (state: ChatworkState): Record<string, string> => ({
  'x-ratelimit-limit': '300',
  'x-ratelimit-remaining': String(state.calls.left(state.token)),
});

/** The room, or why it may not be used. */
function roomOf(state: ChatworkState, call: Call): Room | Reply {
  const id = Number(call.params['room']);
  const found = state.rooms.find((one) => one.room_id === id);
  if (!found) return refuse(404, 'Room not found');
  if (found.role === null) return refuse(403, "You don't have permission to use this room");
  return found;
}

const isReply = (value: Room | Reply): value is Reply => 'status' in value;

const inRoom =
  (state: ChatworkState, act: (room: Room, call: Call) => Reply): Handler =>
  (call) => {
    const room = roomOf(state, call);
    return isReply(room) ? room : act(room, call);
  };

/** One that writes there: not the readers, and not too fast. */
const writes =
  (state: ChatworkState, act: (room: Room, call: Call) => Reply) =>
  (room: Room, call: Call): Reply => {
    if (room.role === 'readonly') return refuse(403, "You don't have permission to send a message");
    const body = call.form.get('body') ?? '';
    if (body === '' || body.length > MOST_CHARACTERS) {
      return refuse(400, "Parameter 'body' is invalid or missing");
    }
    if (!state.posts.take(String(room.room_id))) {
      const resetAt = state.posts.resetAt(String(room.room_id));
      return limited(state, 'Rate limit for message posting per room exceeded.', resetAt);
    }
    return act(room, call);
  };

function post(state: ChatworkState, room: Room, call: Call): Reply {
  state.lastId += 1;
  const message_id = String(state.lastId);
  const body = call.form.get('body') ?? '';
  const send_time = seconds(state.clock());
  room.messages.push({ message_id, account_id: state.account.account_id, body, send_time });
  return json({ message_id });
}

function read(state: ChatworkState, room: Room): Reply {
  const latest = room.messages.slice(-LATEST);
  if (latest.length === 0) return { status: 204, headers: {}, body: '' };
  return json(
    latest.map(({ message_id, body, send_time, account_id }) => ({
      message_id,
      body,
      send_time,
      account: { account_id, name: state.account.name, avatar_image_url: '' },
      update_time: 0,
    })),
  );
}

function addTasks(state: ChatworkState, room: Room, call: Call): Reply {
  const to = (call.form.get('to_ids') ?? '').split(',').map(Number);
  if (to.some((id) => !room.members.includes(id))) {
    return refuse(400, "Parameter 'to_ids' is invalid");
  }
  const type = call.form.get('limit_type') ?? 'none';
  if (type !== 'none' && type !== 'date' && type !== 'time') {
    return refuse(400, "Parameter 'limit_type' is invalid");
  }
  const tasks = to.map((account): ChatTask => ({
    task_id: (state.lastId += 1),
    to: account,
    body: call.form.get('body') ?? '',
    limit_time: Number(call.form.get('limit') ?? '0'),
    limit_type: type,
    status: 'open',
  }));
  room.tasks.push(...tasks);
  return json({ task_ids: tasks.map(({ task_id }) => task_id) });
}

const readTasks = (state: ChatworkState, room: Room, call: Call): Reply => {
  const status = call.query.get('status') ?? 'open';
  const found = room.tasks.filter((task) => task.status === status).slice(-LATEST);
  if (found.length === 0) return { status: 204, headers: {}, body: '' };
  return json(
    found.map(({ to, task_id, body, limit_time, limit_type }) => ({
      task_id,
      body,
      limit_time,
      limit_type,
      status,
      account: { account_id: to },
      assigned_by_account: state.account,
    })),
  );
};

const routes = (state: ChatworkState): Site =>
  site([
    route('GET', '/v2/me', () => json({ ...state.account, room_id: 7001 })),
    route('GET', '/v2/rooms', () =>
      json(
        state.rooms
          .filter(({ role }) => role !== null)
          .map(({ room_id, name, type, role }) => ({ room_id, name, type, role, sticky: false })),
      ),
    ),
    route(
      'GET',
      '/v2/rooms/:room/members',
      inRoom(state, (room) => json(room.members.map((account_id) => ({ account_id })))),
    ),
    route(
      'GET',
      '/v2/rooms/:room/messages',
      inRoom(state, (room) => read(state, room)),
    ),
    route(
      'POST',
      '/v2/rooms/:room/messages',
      inRoom(
        state,
        writes(state, (room, call) => post(state, room, call)),
      ),
    ),
    route(
      'GET',
      '/v2/rooms/:room/tasks',
      inRoom(state, (room, call) => readTasks(state, room, call)),
    ),
    route(
      'POST',
      '/v2/rooms/:room/tasks',
      inRoom(
        state,
        writes(state, (room, call) => addTasks(state, room, call)),
      ),
    ),
  ]);

/** Chatwork's API v2 at api.chatwork.com. It sends no CORS headers. */
export const chatworkSite = (state: ChatworkState): Site => {
  const answer = routes(state);
  return async (call) => {
    if (call.request.headers['x-chatworktoken'] !== state.token) {
      return refuse(401, 'Invalid API token');
    }
    if (!state.calls.take(state.token)) {
      return limited(state, 'Rate limit exceeded', state.calls.resetAt(state.token));
    }
    const reply = (await answer(call)) ?? refuse(404, 'Endpoint not found');
    return { ...reply, headers: { ...allowance(state), ...reply.headers } };
  };
};
