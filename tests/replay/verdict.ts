import { HOUR, type Instant } from '../../utils/model/time.ts';
import {
  mustBeSaidBy,
  obligationsOf,
  saidKey,
  sayingsOf,
  SOLVED_WITHIN,
  whenSaid,
  type Conditions,
  type KnownLife,
  type Obligation,
} from './judge.ts';
import type { Posted, Said } from './room.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface Evidence {
  lives: KnownLife[];
  posts: Posted[];
  /** What hears everything, and must not miss any of it. */
  targets: readonly string[];
  conditions: (target: string) => Conditions;
  /** Only what had to be said by then can have been missed. */
  until: Instant;
  /** A sender that was not told yet that a key is gone may speak of it again; then its end is said again. */
  mayReopen?: boolean;
}

/** What was said, measured by what had to be. */
export function judge(evidence: Evidence): { tally: Tally; wrong: string[] } {
  const { lives, posts, targets, conditions, until } = evidence;
  const tally = emptyTally();
  const wrong: string[] = [];
  const said = whenSaid(posts);
  for (const target of targets) {
    const at = conditions(target);
    for (const life of lives) {
      for (const one of [...obligationsOf(life), ...solved(life, target, said)]) {
        const key = saidKey(one.said);
        const all = [...(said.get(`${target} ${key}`) ?? []), ...(said.get(`spare ${key}`) ?? [])];
        const times = all.flatMap((post) => (isTooEarly(post, one) ? [] : post.at));
        const by = mustBeSaidBy(one, at);
        const first = Math.min(...times);
        if (all.length > 0) tally.delivered += 1;
        if (all.length > 0 || by !== null) tally.due += 1;
        if (by === null || by > until) continue;
        tally.bound += 1;
        if (first === Infinity && all.length > 0) {
          tally.early += 1;
          wrong.push(`early ${target} ${key} by ${new Date(by).toISOString()}`);
        } else if (first === Infinity) {
          tally.missed += 1;
          wrong.push(`missed ${target} ${key} by ${new Date(by).toISOString()}`);
        } else if (first > by) {
          tally.late += 1;
          wrong.push(
            `late ${target} ${key} by ${new Date(by).toISOString()}, said ${new Date(first).toISOString()}`,
          );
        }
      }
    }
  }
  const { duplicate, resent, repeatedByClock } = repeats(evidence, said);
  wrong.push(...duplicate);
  tally.duplicate = duplicate.length;
  tally.duplicateDoubtful = resent.size;
  tally.repeatedByClock = repeatedByClock;
  tally.lostReplies = posts.filter(({ lost }) => lost).length;
  const ends = new Map(lives.map((life) => [life.id, life.to]));
  for (const post of posts) {
    for (const one of post.said.filter(({ resolved }) => resolved)) {
      if (post.at >= (ends.get(one.subjectId) ?? Infinity)) continue;
      tally.falselySolved += 1;
      wrong.push(`falsely solved ${saidKey(one)} at ${new Date(post.at).toISOString()}`);
    }
  }
  return { tally, wrong };
}

/** So far ahead of the day nobody takes a clock for right: what it says then is owed on the day all the same. */
const BELIEVED = 12 * HOUR;

const isTooEarly = (post: Posted, { from }: Obligation): boolean =>
  post.clockAhead && post.at < from - BELIEVED;

/**
 * What was said more than once. A room can be asked, so it hears nothing twice; any other may hear again, so
 * many times, what its sender could not know that it had heard.
 */
function repeats({ lives, mayReopen }: Evidence, said: Map<string, Posted[]>) {
  const duplicate: string[] = [];
  // Counted by message, as replies are lost by message.
  const resent = new Set<Posted>();
  let repeatedByClock = 0;
  const begins = new Map(
    lives.flatMap(sayingsOf).map((one) => [saidKey(one.said), one.from] as const),
  );
  for (const [key, all] of said) {
    const begun = begins.get(key.slice(key.indexOf(' ') + 1)) ?? -Infinity;
    let excuses = 0;
    for (const [i, post] of all.entries()) {
      const before = all[i - 1];
      if (!before) continue;
      if (before.lost && !key.startsWith('room ')) excuses += 1;
      // Said before its day by a clock that was ahead: it has to be said again on its day.
      if (before.at < begun && before.clockAhead) repeatedByClock += 1;
      else if (mayReopen && spokenOf(said, key, before.at, post.at)) continue;
      else if (excuses > 0) {
        excuses -= 1;
        resent.add(post);
      } else {
        const times = [before.at, post.at].map((at) => new Date(at).toISOString());
        duplicate.push(`twice ${key} at ${times.join(' and ')}`);
      }
    }
  }
  return { duplicate, resent, repeatedByClock };
}

/** Was a matter whose end was said spoken of again between two moments? */
function spokenOf(said: Map<string, Posted[]>, key: string, from: Instant, to: Instant): boolean {
  const subject = /^(.*)\|end\|solved$/.exec(key)?.[1];
  if (subject === undefined) return false;
  return [...said].some(
    ([other, posts]) =>
      other !== key &&
      other.startsWith(`${subject}|`) &&
      posts.some(({ at }) => from < at && at < to),
  );
}

/** 解決, where the matter had been said and its key has been replaced. */
function solved(life: KnownLife, target: string, said: Map<string, Posted[]>): Obligation[] {
  if (life.knownTo === Infinity) return [];
  const thresholds = [30, 14, 7, 3, 2, 1, 0, -1];
  const about = { subjectId: life.id, expiresOn: life.endsOn, resolved: false } as const;
  const matters: Said[][] = [
    [
      ...thresholds.map((threshold) => expiring(life, threshold)),
      { ...about, reason: 'expired', threshold: null },
    ],
    [{ ...about, reason: 'update', expiresOn: null, threshold: null }],
  ];
  const heard = (one: Said): boolean =>
    (said.get(`${target} ${saidKey(one)}`) ?? []).some((post) => post.at < life.knownTo);
  return matters
    .filter((matter) => matter.some(heard))
    .flatMap(([first]) => first ?? [])
    .map((one) => ({
      said: solvedOf(one),
      from: life.knownTo,
      to: life.knownTo + SOLVED_WITHIN,
      digest: true,
    }));
}

const expiring = ({ id, endsOn }: KnownLife, threshold: number): Said => ({
  subjectId: id,
  reason: 'expiring',
  expiresOn: endsOn,
  threshold,
  resolved: false,
});

const solvedOf = (one: Said): Said => ({ ...one, resolved: true });
