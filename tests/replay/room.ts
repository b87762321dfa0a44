import type { Instant, JstDate } from '../../utils/model/time.ts';
import type { Reason } from '../../utils/model/reminder.ts';

/** One thing that a message said, in the world's own terms. */
export interface Said {
  subjectId: string;
  reason: Reason;
  expiresOn: JstDate | null;
  threshold: number | null;
  resolved: boolean;
}

export interface Posted {
  deliveryId: string;
  /** What else it can be found by. */
  names: string[];
  target: string;
  /** In true time: when it stands in the room. */
  at: Instant;
  /** The sender's clock was ahead when it sent this, or earlier in the same life. */
  clockAhead: boolean;
  /** Its sender never heard that it arrived, or could not write it down. */
  lost: boolean;
  said: Said[];
}

/** A room of the world outside: what was posted stands there, whatever the sender knows of it. */
export interface Room {
  posts: Posted[];
  /** Since when the latest with that id or name can be seen there at that time; null = none can. */
  seen(ref: string, target: string, now: Instant): Instant | null;
}

export function aRoom(): Room {
  const posts: Posted[] = [];
  return {
    posts,
    seen: (ref, target, now) =>
      posts
        .filter(
          (one) =>
            (one.deliveryId === ref || one.names.includes(ref)) &&
            one.target === target &&
            one.at <= now,
        )
        .reduce<Instant | null>((last, { at }) => Math.max(last ?? at, at), null),
  };
}
