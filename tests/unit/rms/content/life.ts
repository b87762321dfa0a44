import type { Life } from '../../../../entrypoints/rms-gate/page.ts';

/** The life of our scripts in a page, which ends with the signal. */
export const lifeUntil = (signal: AbortSignal): Life => ({
  get isInvalid() {
    return signal.aborted;
  },
  onInvalidated: (act) => signal.addEventListener('abort', act),
  listen: (target, type, act) => target.addEventListener(type, act, { signal }),
});
