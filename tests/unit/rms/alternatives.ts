/** One way in which a pattern with choices may match: every other alternative of that choice taken out. */
export interface Alternative {
  text: string;
  body: string;
}

/** The alternatives of every choice in the body of a regular expression, lookbehinds and nested groups included. */
export function alternativesOf(body: string): Alternative[] {
  const found: Alternative[] = [];
  // Where the alternatives of each choice that is still open begin, from the outermost in.
  const open: number[][] = [[0]];
  const close = (end: number): void => {
    const starts = open.pop() ?? [];
    if (starts.length < 2) return;
    const first = starts[0] ?? 0;
    for (const [i, start] of starts.entries()) {
      const text = body.slice(start, (starts[i + 1] ?? end + 1) - 1);
      found.push({ text, body: body.slice(0, first) + text + body.slice(end) });
    }
  };
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') at = endOfClass(body, at);
    else if (sign === '(') {
      const opened = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(body.slice(at))?.[0] ?? '(';
      at += opened.length - 1;
      open.push([at + 1]);
    } else if (sign === '|') open.at(-1)?.push(at + 1);
    else if (sign === ')') close(at);
  }
  close(body.length);
  return found;
}

function endOfClass(body: string, from: number): number {
  let at = from + 1;
  while (at < body.length && body[at] !== ']') at += body[at] === '\\' ? 2 : 1;
  return at;
}
