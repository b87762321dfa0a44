import type { Delivery } from '../model/reminder.ts';

const FOUND = /\.[0-9a-f]{12}$/;

/** The id of the row that stands for what was found under that name (`in-place.ts`) in the place of a row. */
export const foundId = (rowId: string, name: string): string => `${rowId}.${name}`;

/** Does it stand for what another place has said, which may tell of it by a row of its own? */
export const isFound = ({ id, elsewhere }: Delivery): boolean =>
  elsewhere === true && FOUND.test(id);
