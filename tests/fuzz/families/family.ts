import { finish, makeInk } from '../ink.ts';
import type { Ink } from '../ink.ts';
import type { Pick } from '../pick.ts';
import type { Generated, Needs, Truth, TruthPage } from '../truth.ts';
import { makeValues } from '../values.ts';
import type { Values } from '../values.ts';

/** What a family's writer works with. It changes `truth` to what its page shows. */
export interface Desk {
  truth: Truth;
  pick: Pick;
  ink: Ink;
  values: Values;
  /** Says that the page needs more than its elements to be understood. */
  need(needs: Needs): void;
  /** Says that a person could not tell; the reason goes to the knobs. */
  unreadable(why: string): void;
}

/** One developer's way of writing RMS's pages. */
export interface Family {
  name: string;
  pages: readonly TruthPage[];
  write(truth: Truth, pick: Pick): Generated;
}

const RANK: readonly Needs[] = ['dom', 'css', 'layout'];

/** Makes a family of a writer: copies the truth, keeps the books, does the last hand's work. */
export function family(
  name: string,
  pages: readonly TruthPage[],
  compose: (desk: Desk) => string,
  { sloppy = true }: { sloppy?: boolean } = {},
): Family {
  const write = (given: Truth, pick: Pick): Generated => {
    const truth = structuredClone(given);
    const ink = makeInk(pick);
    let needs: Needs = 'dom';
    let readable = true;
    const desk: Desk = {
      truth,
      pick,
      ink,
      values: makeValues(pick, ink),
      need: (more) => {
        if (RANK.indexOf(more) > RANK.indexOf(needs)) needs = more;
      },
      unreadable: (why) => {
        readable = false;
        ink.knobs.push(`unreadable:${why}`);
      },
    };
    const html = finish(compose(desk), pick, ink, { sloppy });
    if (truth.mustFlag.length > 0) readable = false;
    return { family: name, html, truth, readable, needs, knobs: ink.knobs };
  };
  return { name, pages, write };
}
