import { attach, type Cdp, type CdpEvent } from './cdp.ts';
import { until } from './until.ts';

/** The service worker of the extension, over its ends and starts. */
export interface WorkerWatch {
  /** Prepares a worker before its first script. */
  prepare: (session: string) => Promise<void>;
  /** Session of the worker as it runs now; null = it does not run. */
  session: () => string | null;
  /** Sets (or replaces) an expression that runs now and before each later start. It must bear being run twice. */
  set: (name: string, expression: string) => Promise<void>;
  /** Values that such an expression sent with `seen(text)`. */
  onSeen: (listener: (text: string) => void) => void;
  /** Everything the worker wrote to its console, and every error nobody caught. */
  logs: string[];
}

const BINDING = 'seen';

/** How long a worker that begins may be held for what is prepared in it. */
const PREPARE_MS = 3_000;

/** How long a worker may take to be installed; it takes less than a second on a quiet machine. */
const INSTALL_MS = 15_000;

const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    work,
    new Promise((resolve) => {
      setTimeout(resolve, PREPARE_MS).unref();
    }),
  ]);

/**
 * The breakpoint before each script outlives the worker's end, so what is set here is in place before a
 * restarted worker reads its clock or speaks.
 */
export function watchWorker(cdp: Cdp): WorkerWatch {
  let current: string | null = null;
  // A killed worker comes back under its old session or under a new one.
  const sessions = new Set<string>();
  const parts = new Map<string, string>();
  const listeners = new Set<(text: string) => void>();
  const logs: string[] = [];
  const run = async (session: string): Promise<void> => {
    const expression = [...parts.values()].join(';\n');
    await cdp.send('Runtime.evaluate', { expression }, session);
  };
  cdp.on((event) => {
    const { method, params, sessionId } = event;
    if (sessionId === undefined || !sessions.has(sessionId)) return;
    // The browser's words for a stopped worker and for one that begins.
    if (method === 'Inspector.targetCrashed' && sessionId === current) current = null;
    if (method === 'Runtime.executionContextCreated') current = sessionId;
    if (method === 'Debugger.paused') {
      // What is evaluated here pauses too. Answered by another evaluation, it would do so for ever.
      const { url } = (params['data'] ?? {}) as { url?: string };
      const prepared = url?.startsWith('chrome-extension:') ? run(sessionId) : Promise.resolve();
      // It may be gone by then: the browser closes, or the worker is killed while it starts.
      void inTime(prepared.catch(() => undefined))
        .then(() => cdp.send('Debugger.resume', {}, sessionId))
        .catch(() => undefined);
    } else if (method === 'Runtime.bindingCalled' && params['name'] === BINDING) {
      for (const listener of listeners) listener(String(params['payload']));
    } else if (/consoleAPICalled|exceptionThrown|entryAdded/.test(method))
      logs.push(logLine(event));
  });
  return {
    prepare: async (session) => {
      current = session;
      sessions.add(session);
      // Sent in one go: the browser takes them in this order, and a worker must not stand still for an answer
      // that does not come.
      const asked = [
        cdp.send('Runtime.enable', {}, session),
        cdp.send('Log.enable', {}, session),
        cdp.send('Runtime.addBinding', { name: BINDING }, session),
        cdp.send('Debugger.enable', {}, session),
        cdp.send(
          'Debugger.setInstrumentationBreakpoint',
          { instrumentation: 'beforeScriptExecution' },
          session,
        ),
      ];
      await inTime(Promise.allSettled(asked));
      // At its first start the worker may be past its script already. Not awaited: one that waits for the
      // debugger answers only once it may go on.
      void run(session).catch(() => undefined);
    },
    session: () => current,
    set: async (name, expression) => {
      parts.set(name, expression);
      if (current !== null) await run(current);
    },
    onSeen: (listener) => listeners.add(listener),
    logs,
  };
}

const logLine = ({ method, params }: CdpEvent): string => `${method} ${JSON.stringify(params)}`;

interface Version {
  scriptURL: string;
  status: 'new' | 'installing' | 'installed' | 'activating' | 'activated' | 'redundant';
  runningStatus: 'stopped' | 'starting' | 'running' | 'stopping';
}

/** Is the extension's worker installed, or will it be so in time? */
export async function isInstalled(
  cdp: Cdp,
  extensionId: string,
  pageTargetId: string,
): Promise<boolean> {
  const session = await attach(cdp, pageTargetId);
  let installed = false;
  const off = cdp.on(({ method, params, sessionId }) => {
    if (sessionId !== session || method !== 'ServiceWorker.workerVersionUpdated') return;
    installed ||= (params['versions'] as Version[]).some(
      ({ scriptURL, status }) =>
        scriptURL.startsWith(`chrome-extension://${extensionId}/`) && status === 'activated',
    );
  });
  await cdp.send('ServiceWorker.enable', {}, session);
  await until('the worker to be installed', () => installed, INSTALL_MS).catch(() => undefined);
  off();
  await cdp.send('Target.detachFromTarget', { sessionId: session });
  return installed;
}

/**
 * Brings the extension's worker into the wanted state and waits until it is there. `running` is what a
 * message or an alarm does, `stopped` what the browser does after 30 idle seconds.
 */
export async function bringWorker(
  cdp: Cdp,
  wanted: 'stopped' | 'running',
  extensionId: string,
  pageTargetId: string,
): Promise<void> {
  const session = await attach(cdp, pageTargetId);
  const origin = `chrome-extension://${extensionId}/`;
  const seen: string[] = [];
  const off = cdp.on(({ method, params, sessionId }) => {
    if (sessionId !== session || method !== 'ServiceWorker.workerVersionUpdated') return;
    const ours = (params['versions'] as Version[]).filter((v) => v.scriptURL.startsWith(origin));
    seen.push(...ours.map(({ runningStatus }) => runningStatus));
  });
  await cdp.send('ServiceWorker.enable', {}, session);
  const last = (): string | undefined => seen.at(-1);
  if (wanted === 'stopped') {
    // The browser ends idle workers only. One that is ended in its start is started again, and Chromium then
    // hands it nothing any more: messages to it stay unanswered for good.
    await until('the worker to be past its start', () => (last() ?? 'starting') !== 'starting');
    seen.splice(0, seen.length - 1);
    await cdp.send('ServiceWorker.stopAllWorkers', {}, session);
  } else await cdp.send('ServiceWorker.startWorker', { scopeURL: origin }, session);
  // A message may wake it again at once: that it has stopped is enough.
  const reached = (): boolean => (wanted === 'stopped' ? seen.includes(wanted) : last() === wanted);
  await until(`the worker to be ${wanted}`, reached).catch((error: Error) => {
    throw new Error(`${error.message} (it was ${seen.join(', ')})`);
  });
  off();
  await cdp.send('Target.detachFromTarget', { sessionId: session });
}
