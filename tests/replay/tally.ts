/** What a replay found. The last line that is printed. */
export interface Tally {
  keyDays: number;
  due: number;
  delivered: number;
  /** Of those due: what had to be said by some moment, as nothing went wrong for so long before. */
  bound: number;
  missed: number;
  duplicate: number;
  duplicateDoubtful: number;
  late: number;
  /** Said more than half a day before its day, by a clock that was ahead, and not on it. */
  early: number;
  /** 解決 of a matter that stood. */
  falselySolved: number;
  /** Said again because a clock had been wrong by days: it was said on a wrong day before. */
  repeatedByClock: number;
  /** Replies that were lost after the channel had done its work. */
  lostReplies: number;
}

export const emptyTally = (): Tally => ({
  keyDays: 0,
  due: 0,
  delivered: 0,
  bound: 0,
  missed: 0,
  duplicate: 0,
  duplicateDoubtful: 0,
  late: 0,
  early: 0,
  falselySolved: 0,
  repeatedByClock: 0,
  lostReplies: 0,
});

export function addTally(into: Tally, more: Tally): void {
  for (const key of Object.keys(into) as (keyof Tally)[]) into[key] += more[key];
}
