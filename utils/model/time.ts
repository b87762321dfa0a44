/** Milliseconds since 1970-01-01 UTC. */
export type Instant = number;

/** A calendar date in Japan (JST, UTC+9, no daylight saving), `YYYY-MM-DD`. */
export type JstDate = `${number}-${number}-${number}`;

/** Passed in wherever time matters, so that a test can move it. */
export type Clock = () => Instant;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
