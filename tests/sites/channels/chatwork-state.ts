import type { Clock } from '../../../utils/model/time.ts';
import { makeLimit, type Limit } from './limits.ts';
import { token } from './random.ts';

export type RoomType = 'group' | 'direct' | 'my';

export interface ChatMessage {
  message_id: string;
  account_id: number;
  body: string;
  /** Unix seconds. */
  send_time: number;
}

export interface ChatTask {
  task_id: number;
  to: number;
  body: string;
  /** Unix seconds; 0 = none. */
  limit_time: number;
  limit_type: 'none' | 'date' | 'time';
  status: 'open' | 'done';
}

export interface Room {
  room_id: number;
  name: string;
  type: RoomType;
  /** null = the account is not in it. */
  role: 'admin' | 'member' | 'readonly' | null;
  members: number[];
  messages: ChatMessage[];
  tasks: ChatTask[];
}

export interface ChatworkState {
  clock: Clock;
  token: string;
  account: { account_id: number; name: string };
  rooms: Room[];
  lastId: number;
  /** 300 calls in 5 minutes a token (seed 003). */
  calls: Limit;
  /** 10 posts in 10 seconds a room. */
  posts: Limit;
}

/** A group room that the account is in. */
export const aRoom = (room_id: number, name: string, over: Partial<Room> = {}): Room => ({
  room_id,
  name,
  type: 'group',
  role: 'member',
  members: [ME, 1002, 1003],
  messages: [],
  tasks: [],
  ...over,
});

const ME = 1001;

/** One account, its rooms of each kind, and one group that it is not in. */
export const makeChatworkState = (clock: Clock): ChatworkState => ({
  clock,
  token: token(),
  account: { account_id: ME, name: '鍵番' },
  rooms: [
    aRoom(5001, '店舗連絡'),
    aRoom(5002, '受注トラブル', { role: 'admin' }),
    aRoom(5003, '読むだけの部屋', { role: 'readonly' }),
    aRoom(5004, '入っていない部屋', { role: null, members: [1002] }),
    aRoom(6001, '島田さん', { type: 'direct', members: [ME, 1002] }),
    aRoom(7001, 'マイチャット', { type: 'my', members: [ME] }),
  ],
  lastId: 1_700_000_000,
  calls: makeLimit(300, 300_000, clock),
  posts: makeLimit(10, 10_000, clock),
});
