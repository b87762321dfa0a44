import { addDays } from '../calendar/jst.ts';
import type { Policy } from '../model/notice.ts';
import type { JstDate } from '../model/time.ts';
import { ruleBook } from '../reminders/policy.ts';
import { COMING_DAYS, PAST_DAYS, placeOf } from './timeline.ts';

/** A time in which nobody works, or nobody has time: a key that ends in it is renewed before. */
export interface Break {
  kind: 'off' | 'busy';
  from: JstDate;
  to: JstDate;
  /** What a person called it; '' = by the calendar. */
  name: string;
  /** In parts of the timeline's width. */
  start: number;
  end: number;
}

/** A weekend is no break: shading each would hide the ones that matter. */
const SHORTEST_BREAK = 3;

/** The breaks and sales of a shop that the timeline shows, in order of their beginning. */
export function breaksOf(policies: Policy[], shopId: string, today: JstDate): Break[] {
  const { policy, workdays } = ruleBook(policies).of(shopId);
  const edge = { from: addDays(today, -PAST_DAYS), to: addDays(today, COMING_DAYS) };
  const shown = (kind: Break['kind'], from: JstDate, to: JstDate, name: string): Break[] => {
    if (to < edge.from || from > edge.to) return [];
    // A day is a width, not a line.
    return [
      { kind, from, to, name, start: placeOf(today, from), end: placeOf(today, addDays(to, 1)) },
    ];
  };
  const named = (from: JstDate, to: JstDate): string =>
    policy.closed.find((span) => span.from <= to && from <= span.to)?.name ?? '';
  const off = daysOffIn(edge.from, edge.to, workdays.isWorking).flatMap(([from, to]) =>
    shown('off', from, to, named(from, to)),
  );
  const busy = policy.busy.flatMap(({ from, to, name }) => shown('busy', from, to, name));
  return [...off, ...busy].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Runs of days without work. */
function daysOffIn(
  from: JstDate,
  to: JstDate,
  isWorking: (date: JstDate) => boolean,
): [JstDate, JstDate][] {
  const runs: [JstDate, JstDate][] = [];
  let length = 0;
  for (let date = from; date <= addDays(to, 1); date = addDays(date, 1)) {
    if (date <= to && !isWorking(date)) {
      length += 1;
      continue;
    }
    if (length >= SHORTEST_BREAK) runs.push([addDays(date, -length), addDays(date, -1)]);
    length = 0;
  }
  return runs;
}
