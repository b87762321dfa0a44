import type { Cdp, TargetInfo } from './cdp.ts';

// A popup begins as `other`, with no address yet. Tabs and the browser's own surfaces are left alone.
const FILTER = [...['browser', 'tab', 'browser_ui'].map((type) => ({ type, exclude: true })), {}];

/**
 * Calls `prepare` with every page and worker that begins from now on, before its first script, and
 * lets it run when `prepare` is done, however that ended.
 */
export async function autoAttach(
  cdp: Cdp,
  prepare: (target: TargetInfo, session: string) => Promise<void>,
): Promise<void> {
  cdp.on(({ method, params, sessionId }) => {
    if (method !== 'Target.attachedToTarget' || sessionId !== undefined) return;
    if (params['waitingForDebugger'] !== true) return;
    const session = String(params['sessionId']);
    // A target may be gone again by the time it is asked; then there is nothing to let go.
    void prepare(params['targetInfo'] as TargetInfo, session)
      .catch(() => undefined)
      .then(() => cdp.send('Runtime.runIfWaitingForDebugger', {}, session))
      .catch(() => undefined);
  });
  const auto = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await cdp.send('Target.setAutoAttach', { ...auto, filter: FILTER });
}
