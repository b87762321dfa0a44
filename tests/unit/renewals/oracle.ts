import type { JstDate } from '../../../utils/model/time.ts';

/** What happened, as somebody who watched the shop would write it down. */
export type Line =
  | { what: 'list'; keys: { last4: string; expiresOn: JstDate }[] }
  | { what: 'tool'; tool: string }
  | { what: 'fill' | 'look'; tool: string; last4: string }
  | { what: 'save'; tool: string }
  | { what: 'tooltest'; tool: string; ok: boolean }
  | { what: 'keytest'; last4: string; ok: boolean };

/**
 * The naive answer to "is the renewal finished?": reads the whole diary from the top each time, and knows
 * nothing of ledgers, placements, runs or steps.
 */
export function finished(diary: Line[], today: JstDate): boolean {
  const lists = diary.flatMap((line) => (line.what === 'list' ? [line.keys] : []));
  const everShown = [...new Map(lists.flat().map((key) => [key.last4, key])).values()];
  const alive = everShown.filter(
    ({ last4, expiresOn }) =>
      expiresOn >= today && lists.slice(-2).some((keys) => keys.some((k) => k.last4 === last4)),
  );
  // One key is left, and it is not the one that the shop began with.
  const [only] = alive;
  if (!only || alive.length > 1 || only.last4 === everShown[0]?.last4) return false;
  const tools = diary.flatMap((line) => (line.what === 'tool' ? [line.tool] : []));
  return tools.length > 0 && tools.every((tool) => isProved(diary, tool, only.last4));
}

function isProved(diary: Line[], tool: string, last4: string): boolean {
  // By whom it is known that the tool keeps what its field shows.
  let [field, kept] = ['', 'nobody'];
  let inTool: boolean | null = null;
  let ofKey: boolean | null = null;
  let refusedSince = false;
  for (const line of diary) {
    if (line.what === 'keytest' && line.last4 === last4) {
      ofKey = line.ok;
      refusedSince = !line.ok;
    }
    if (!('tool' in line) || line.tool !== tool) continue;
    if (line.what === 'fill') {
      kept = field === line.last4 && kept === 'person' ? kept : 'nobody';
      field = line.last4;
      if (field !== last4) inTool = null;
    }
    if (line.what === 'look') [field, kept] = [line.last4, 'page'];
    if (line.what === 'save' && kept === 'nobody' && field !== '') kept = 'person';
    if (line.what === 'tooltest' && field !== '') {
      inTool = field === last4 ? line.ok : null;
      if (field === last4) refusedSince = false;
    }
  }
  if (field !== last4 || kept === 'nobody') return false;
  return inTool === null ? ofKey === true : inTool && !refusedSince;
}
