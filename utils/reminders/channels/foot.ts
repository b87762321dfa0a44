import { safeRef } from './escape.ts';
import type { Message, MessageLine } from './port.ts';

/**
 * The lines of a message and, apart from them, the one that holds its reference: it must be there however much
 * of the rest is cut, since a channel is asked for it. Where no line names it, the bare reference.
 */
export function withFoot({ lines, ref }: Message): { lines: MessageLine[]; foot: string } {
  const safe = safeRef(ref);
  const at = lines.findLastIndex(
    ({ kind, text }) => kind === 'note' && ` ${text} `.includes(` ${safe} `),
  );
  const named = safe === '' || at < 0 ? null : lines[at];
  if (!named || named.text.length > LONGEST_FOOT) return { lines, foot: safe };
  return { lines: lines.filter((_, i) => i !== at), foot: named.text };
}

/** With the names of all that it says; what is longer is no line of ours. */
export const LONGEST_FOOT = 4_000;
