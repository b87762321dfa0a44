import type { WorkerWatch } from './worker.ts';

/** A notification as the extension asked the browser to show it. */
export interface SeenNotification {
  id: string;
  title: string;
  message: string;
  contextMessage: string;
}

/** Runs in the worker: tells of every notification asked for, since `getAll` gives ids only. */
function tell(): void {
  interface Api {
    create: ((...args: unknown[]) => unknown) & { told?: true };
  }
  const scope = globalThis as unknown as {
    seen: (text: string) => void;
    chrome?: { notifications?: Api };
    browser?: { notifications?: Api };
  };
  for (const api of [scope.chrome?.notifications, scope.browser?.notifications]) {
    if (!api || api.create.told) continue;
    const real = api.create.bind(api);
    const telling: Api['create'] = (...args) => {
      const options = args.find((arg) => typeof arg === 'object');
      const id = typeof args[0] === 'string' ? args[0] : '';
      scope.seen(JSON.stringify({ id, ...(options as object) }));
      return real(...args);
    };
    telling.told = true;
    api.create = telling;
  }
}

/** Collects every notification from now on, over the worker's ends and starts. */
export async function recordNotifications(watch: WorkerWatch): Promise<SeenNotification[]> {
  const seen: SeenNotification[] = [];
  watch.onSeen((text) => {
    const { id, title, message, contextMessage } = JSON.parse(text) as Partial<SeenNotification>;
    seen.push({
      id: id ?? '',
      title: title ?? '',
      message: message ?? '',
      contextMessage: contextMessage ?? '',
    });
  });
  await watch.set('notifications', `(${tell.toString()})()`);
  return seen;
}
