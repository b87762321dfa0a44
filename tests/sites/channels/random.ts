import { randomBytes } from 'node:crypto';

/** A token or id that stands in no file: what a test looks for can only be the one that was given out. */
export const token = (bytes = 16): string => randomBytes(bytes).toString('hex');
