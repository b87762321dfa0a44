import { ORNAMENT } from './texts.ts';
import { isNoText } from './visible.ts';

/** Text that a page shows in one piece, whatever its source holds between the pieces. */
export interface Run {
  data: string;
  last: Text;
  /** What follows it in the same element. */
  next: Node | null;
}

const MOST_CHARS = 40_000;

/** Nothing to see: comments, <wbr>, program text, marks of ours. */
const isUnseen = (node: Node): boolean =>
  node.nodeType === 8 ||
  (node.nodeType === 1 && (node.nodeName === 'WBR' || isNoText(node as Element)));

/** The nearest node on that side of which anything can be seen. */
export function seenBeside(node: Node, side: 'previousSibling' | 'nextSibling'): Node | null {
  let one = node[side];
  while (one && isUnseen(one)) one = one[side];
  return one;
}

/** The run that a text begins. */
export function runOf(first: Text): Run {
  const run: Run = { data: first.data, last: first, next: first };
  while (run.data.length < MOST_CHARS) {
    run.next = seenBeside(run.last, 'nextSibling');
    if (run.next?.nodeType !== 3) break;
    run.last = run.next as Text;
    run.data += run.last.data;
  }
  return run;
}

/** Does the text go on with one before it? */
export function continuesRun(text: Text): boolean {
  const before = seenBeside(text, 'previousSibling');
  return before?.nodeType === 3 && !ORNAMENT.test((before as Text).data);
}
