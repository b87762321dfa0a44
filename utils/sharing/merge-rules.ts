import type { Span } from '../model/notice.ts';
import { workRules, type WorkRules } from '../reminders/set-policy.ts';

/** Do they say the same of when people work? */
export const sameRules = (a: WorkRules, b: WorkRules): boolean => textOf(a) === textOf(b);

export const textOf = (rules: WorkRules): string => JSON.stringify(workRules(rules));

/**
 * What both sides have set since they were alike. Of days each keeps what it added and what it took away; of the
 * rest, what differs from `base` here was changed by a person here.
 */
export function mergeRules(base: WorkRules, here: WorkRules, there: WorkRules): WorkRules {
  const changedHere = <N extends keyof WorkRules>(name: N): WorkRules[N] =>
    JSON.stringify(here[name]) === JSON.stringify(base[name]) ? there[name] : here[name];
  return workRules({
    daysOff: changedHere('daysOff'),
    holidaysOff: changedHere('holidaysOff'),
    office: changedHere('office'),
    digestAt: changedHere('digestAt'),
    closed: mergeSpans(base.closed, here.closed, there.closed),
    busy: mergeSpans(base.busy, here.busy, there.busy),
  });
}

const keyOf = ({ from, to, name }: Span): string => `${from} ${to} ${name}`;

function mergeSpans(base: Span[], here: Span[], there: Span[]): Span[] {
  const [known, kept] = [new Set(base.map(keyOf)), new Set(here.map(keyOf))];
  return [
    ...there.filter((one) => kept.has(keyOf(one)) || !known.has(keyOf(one))),
    ...here.filter((one) => !known.has(keyOf(one))),
  ];
}

/**
 * Two that were never alike: the days of both, so that nothing that was set is lost; of the rest what the companion
 * goes by, unless a person changed something here since (`changed`).
 */
export const joinRules = (here: WorkRules, there: WorkRules, changed: boolean): WorkRules =>
  workRules({
    ...(changed ? here : there),
    closed: [...there.closed, ...here.closed],
    busy: [...there.busy, ...here.busy],
  });
