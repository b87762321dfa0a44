/** Work that may be put down between two steps: whoever runs it decides when to go on, or that it no longer matters. */
export type Sliced<T> = Generator<void, T, void>;

/** Rows between two places where work may be put down: a few ms. */
export const ROWS_A_STEP = 50;

/** Does all of the work now. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
