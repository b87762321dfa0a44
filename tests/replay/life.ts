/** One life of a sender: it can be ended at any await, and then nothing of it goes on. */
export interface Life {
  dead: boolean;
  /** Its clock was ahead at some time of it. */
  clockAhead: boolean;
  /** Ends it: the await at which it happens never returns. */
  kill(): Promise<never>;
  /** Runs until it is done or the life is over. */
  live(run: () => Promise<void>): Promise<void>;
}

const NEVER = new Promise<never>(() => undefined);

export function aLife(): Life {
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const life: Life = {
    dead: false,
    clockAhead: false,
    kill: () => {
      life.dead = true;
      end();
      return NEVER;
    },
    live: (run) => Promise.race([run(), over]),
  };
  return life;
}
