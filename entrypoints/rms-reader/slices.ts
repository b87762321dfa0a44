import { atOnce, type Sliced } from '../../utils/rms/sliced.ts';

/** A slice ends after so many ms, and the page has its turn: far below the 50 ms that a person feels. */
const SLICE_MS = 16;

export interface Slices {
  /** Starts work, its first slice at once, in place of any that is still under way. */
  run(work: Sliced<void>): void;
  drop(): void;
}

interface Between {
  /** Asked before each further slice: has the page changed, so that the work is worth nothing? */
  changed: () => boolean;
  /** The page has changed: the work was dropped. */
  dropped: () => void;
  /** Called after each slice with the ms that the work took so far. */
  paused: (spent: number) => void;
}

/** So often in a row work is dropped; a page that never rests is read all at once then. */
const MOST_DROPS = 3;

/** Does work in slices, so that a long list never holds up its page. */
export function makeSlices({ changed, dropped, paused }: Between): Slices {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drops = 0;

  const slice = (work: Sliced<void>, before: number): void => {
    timer = undefined;
    const started = performance.now();
    const spent = (): number => performance.now() - started;
    let done = false;
    if (drops >= MOST_DROPS) {
      atOnce(work);
      done = true;
    }
    while (!done && spent() < SLICE_MS) done = work.next().done === true;
    const total = before + spent();
    paused(total);
    if (done) drops = 0;
    else timer = setTimeout(goOn, 0, work, total);
  };
  const goOn = (work: Sliced<void>, before: number): void => {
    if (!changed()) return slice(work, before);
    timer = undefined;
    drops += 1;
    dropped();
  };
  const drop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    drop,
    run(work) {
      drop();
      slice(work, 0);
    },
  };
}
