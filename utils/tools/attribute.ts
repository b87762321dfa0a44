import type { TestRead } from './page/types.ts';
import type { LastFill, Look } from './session.ts';

/**
 * Is what the tool's test says about the key that was filled? Only if its field still shows that key
 * and, in the document of the fill, the person pressed the test after it. Else `notRun`: an answer
 * for the old key must not vouch for the new one.
 */
export function attributeTest(
  read: TestRead,
  look: Look,
  fill: LastFill | null,
): 'ok' | 'failed' | 'notRun' {
  if (read.result === 'notRun' || fill === null) return 'notRun';
  const sameTool = fill.connectorId === look.connectorId && fill.origin === look.origin;
  const sameKey = read.last4 === fill.last4;
  const afterFill = !read.filledHere || read.fresh;
  return sameTool && sameKey && afterFill ? read.result : 'notRun';
}
