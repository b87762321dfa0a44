import { MINUTE } from '../../../utils/model/time.ts';
import type { ApiState, AuthErrorStyle, Trouble } from './state.ts';

export interface ApiControls {
  readonly state: Readonly<ApiState>;
  /** 500 「503 Temporary Unavailable」 for every call. */
  outage(on: boolean): void;
  /** Any trouble of the whole service; `none` ends it. */
  trouble(kind: Trouble): void;
  /** Minutes that a new key is refused after its issue. */
  activationLag(minutes: number): void;
  authErrors(style: AuthErrorStyle): void;
  rateLimit(on: boolean): void;
  /** Milliseconds that every answer takes. */
  slow(ms: number): void;
  reset(): void;
}

export function apiControls(state: ApiState): ApiControls {
  return {
    state,
    outage: (on) => {
      state.trouble = on ? 'outage' : 'none';
    },
    trouble: (kind) => {
      state.trouble = kind;
    },
    activationLag: (minutes) => {
      state.lagMs = minutes * MINUTE;
    },
    authErrors: (style) => {
      state.authErrors = style;
    },
    rateLimit: (on) => {
      state.rateLimited = on;
    },
    slow: (ms) => {
      state.delayMs = ms;
    },
    reset: () => {
      Object.assign(state, {
        trouble: 'none',
        authErrors: 'byApi',
        lagMs: 0,
        rateLimited: true,
        delayMs: 0,
      });
      state.lastCall.clear();
    },
  };
}
