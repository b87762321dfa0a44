import type { Reply } from '../lib/types.ts';
import type { Trouble } from './state.ts';

const text = (status: number, type: string, body: string | Uint8Array): Reply => ({
  status,
  headers: { 'content-type': type },
  body,
});

const MAINTENANCE =
  '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>メンテナンス中</title></head><body><h1>ただいまメンテナンス中です</h1></body></html>';

const ANSWERS: Record<Exclude<Trouble, 'none'>, () => Reply> = {
  // 500 with this text is what an outage looks like (rms.md §6).
  outage: () => text(500, 'text/plain; charset=utf-8', '503 Temporary Unavailable'),
  maintenance: () => text(503, 'text/html; charset=utf-8', MAINTENANCE),
  html: () => text(200, 'text/html; charset=utf-8', MAINTENANCE),
  garbage: () =>
    text(
      200,
      'application/json',
      Uint8Array.from({ length: 512 }, (_, i) => (i * 73 + 11) % 256),
    ),
  halfBody: () => ({
    ...text(200, 'application/json', JSON.stringify({ expiryDate: '2026-11-28T23:59:59' })),
    broken: 'half',
  }),
  empty: () => text(200, 'application/json', ''),
  noAnswer: () => ({ ...text(200, 'application/json', ''), broken: 'never' }),
};

/** The answer of a service in trouble, whatever was asked; null while all is well. */
export const troubleReply = (trouble: Trouble): Reply | null =>
  trouble === 'none' ? null : ANSWERS[trouble]();
