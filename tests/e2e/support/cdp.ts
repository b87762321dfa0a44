import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One event of the browser: `sessionId` names the target it came from. */
export interface CdpEvent {
  method: string;
  params: Record<string, unknown>;
  sessionId?: string;
}

/**
 * A plain connection to the browser's debugging port, beside Playwright's own: Playwright does not hand
 * out the action popup, nor sessions that begin before a target's first script.
 */
export interface Cdp {
  send: <T = Record<string, unknown>>(
    method: string,
    params?: Record<string, unknown>,
    sessionId?: string,
  ) => Promise<T>;
  /** Calls `listener` on every event; gives the function that ends it. */
  on: (listener: (event: CdpEvent) => void) => () => void;
  close: () => void;
}

// A target that goes away at the wrong moment leaves its commands unanswered.
const ANSWER_MS = 60_000;

interface Reply {
  id: number;
  result?: unknown;
  error?: { message: string };
}

/** Connects to the browser that uses this profile and was started with `--remote-debugging-port=0`. */
export async function connect(profile: string): Promise<Cdp> {
  const [port, address] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split(
    '\n',
  );
  const socket = new WebSocket(`ws://127.0.0.1:${port}${address?.trim()}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('no debugging port')), { once: true });
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(event: CdpEvent) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Reply | CdpEvent;
    if ('id' in message) waiting.get(message.id)?.(message);
    else for (const listener of listeners) listener(message);
  });
  socket.addEventListener('close', () => {
    for (const [id, answer] of waiting) answer({ id, error: { message: 'the browser is gone' } });
  });
  return { send: sender(socket, waiting), on: subscriber(listeners), close: () => socket.close() };
}

function sender(socket: WebSocket, waiting: Map<number, (reply: Reply) => void>): Cdp['send'] {
  let last = 0;
  return <T>(method: string, params = {}, sessionId?: string) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      const late = setTimeout(
        () => waiting.get(id)?.({ id, error: { message: `no answer in ${ANSWER_MS} ms` } }),
        ANSWER_MS,
      );
      waiting.set(id, ({ result, error }) => {
        clearTimeout(late);
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as T);
      });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
}

function subscriber(listeners: Set<(event: CdpEvent) => void>): Cdp['on'] {
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}

export interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** All targets of the browser; `tabs` = the tabs themselves, which the toolbar click wants. */
export async function targets(cdp: Cdp, tabs = false): Promise<TargetInfo[]> {
  const filter = tabs ? { filter: [{ type: 'tab' }] } : {};
  const { targetInfos } = await cdp.send<{ targetInfos: TargetInfo[] }>(
    'Target.getTargets',
    filter,
  );
  return targetInfos;
}

export async function attach(cdp: Cdp, targetId: string): Promise<string> {
  const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  return sessionId;
}
