import type { Reading } from '../model/reading.ts';
import { asideOf, functionsOf } from './functions.ts';
import type { AppName } from './licenses.ts';
import type { Look } from './look.ts';
import { outagesOf } from './outages.ts';

/** What a page tells beside its keys, and the heading below which we may speak of it. */
export interface Beside {
  said: Pick<Reading, 'apis' | 'functions' | 'outages'>;
  aside: Element | null;
}

/** Reads what stands beside the keys. The reader of a key to carry does without it. */
export function besideKeys(look: Look, app: AppName | null): Beside {
  const outages = outagesOf(look);
  const said = { ...functionsOf(look, app), ...(outages.length > 0 && { outages }) };
  return { said, aside: asideOf(look) };
}
