import type { Operation } from './operation.ts';
import { CALENDAR } from './operations/calendar.ts';
import { DEVICES } from './operations/devices.ts';
import { LEDGER } from './operations/ledger.ts';
import { NOTICES } from './operations/notices.ts';
import { SERVICE } from './operations/service.ts';
import { WATCHES } from './operations/watches.ts';

/** Every route of the companion. The document at `/openapi.json` and the tests are made of this table. */
export const OPERATIONS = {
  ...SERVICE,
  ...DEVICES,
  ...LEDGER,
  ...WATCHES,
  ...CALENDAR,
  ...NOTICES,
} satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
