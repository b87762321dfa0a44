import type { Life } from '../../../../entrypoints/rms.content/page.ts';

/** The life of a content script, which ends with the signal. Its interval never fires. */
export const lifeUntil = (signal: AbortSignal): Life => ({
  get isInvalid() {
    return signal.aborted;
  },
  onInvalidated: (act) => {
    signal.addEventListener('abort', act as () => void);
    return () => {};
  },
  setInterval: () => 0,
  addEventListener: ((
    target: EventTarget,
    type: string,
    handler: EventListener,
    options?: object,
  ) => target.addEventListener(type, handler, { ...options, signal })) as Life['addEventListener'],
});
