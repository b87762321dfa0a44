import type { Html } from './html.ts';
import type { Reply } from './types.ts';

// A page of RMS or of a tool is never kept in a cache: its state changes with every act.
const FRESH = { 'cache-control': 'no-store' };

export const page = (content: Html, status = 200): Reply => ({
  status,
  headers: { ...FRESH, 'content-type': 'text/html; charset=utf-8' },
  body: content.markup,
});

export const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { ...FRESH, 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(value),
});

export const xml = (body: string, status = 200): Reply => ({
  status,
  headers: { ...FRESH, 'content-type': 'application/xml;charset=UTF-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});

export const asset = (body: string | Uint8Array, type: string): Reply => ({
  status: 200,
  headers: { ...FRESH, 'content-type': `${type}; charset=utf-8` },
  body,
});

export const redirect = (to: string): Reply => ({
  status: 303,
  headers: { ...FRESH, location: to },
  body: '',
});

export function withCookie(reply: Reply, cookie: string): Reply {
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
}
