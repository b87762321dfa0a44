import type { Reply, Site } from '../lib/types.ts';

/** What a service in trouble does with the requests it gets. */
export type Fault =
  /** Answers this instead of doing the work. */
  | { kind: 'answer'; reply: Reply }
  /** Takes so many milliseconds before it does the work. */
  | { kind: 'slow'; ms: number }
  /** Does the work, then takes so many milliseconds to say so. */
  | { kind: 'late'; ms: number }
  /** Does the work; the line breaks before the answer. */
  | { kind: 'loseReply' }
  /** Does the work; half of the answer arrives. */
  | { kind: 'halfReply' }
  /** The line breaks before any work. */
  | { kind: 'down' };

export interface FaultControls {
  /** From now on, for so many requests that the service would have worked on; without a number, until `heal`. */
  fault(fault: Fault, times?: number): void;
  heal(): void;
}

export interface Faults extends FaultControls {
  /** The service with what is set to go wrong with it. */
  around(site: Site): Site;
}

const NOTHING: Reply = { status: 200, headers: {}, body: '', broken: 'reset' };

/** Trouble that a test can switch on for one stand-in. */
export function makeFaults(): Faults {
  let current: Fault | null = null;
  let left = 0;
  const next = (): Fault | null => {
    if (current === null || left <= 0) return null;
    left -= 1;
    return current;
  };
  return {
    fault: (fault, times = Infinity) => {
      current = fault;
      left = times;
    },
    heal: () => {
      current = null;
    },
    around: (site) => async (call) => {
      const fault = next();
      if (fault?.kind === 'answer') return fault.reply;
      if (fault?.kind === 'down') return NOTHING;
      if (fault?.kind === 'slow') await new Promise((done) => setTimeout(done, fault.ms).unref());
      const reply = await site(call);
      if (reply === null) return null;
      if (fault?.kind === 'late') return { ...reply, delay: fault.ms };
      if (fault?.kind === 'loseReply') return NOTHING;
      if (fault?.kind === 'halfReply') return { ...reply, broken: 'half' };
      return reply;
    },
  };
}
