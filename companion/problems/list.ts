import { LEDGER } from './ledger.ts';
import { NOTICES } from './notices.ts';
import { PEOPLE } from './people.ts';
import type { Problem } from './problem.ts';
import { REQUESTS } from './requests.ts';
import { SERVICE } from './service.ts';

/** Everything that this server refuses. */
export const PROBLEMS = {
  ...REQUESTS,
  ...PEOPLE,
  ...LEDGER,
  ...NOTICES,
  ...SERVICE,
} satisfies Record<string, Problem>;
