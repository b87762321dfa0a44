import type { Handlers } from '../http/call.ts';
import type { Deps } from '../types.ts';
import { calendarHandlers } from './calendar.ts';
import { channelHandlers } from './channels.ts';
import { deviceHandlers } from './devices.ts';
import { fingerprintHandlers } from './fingerprints.ts';
import { keyTestHandlers } from './key-tests.ts';
import { ledgerHandlers } from './ledger.ts';
import { pairingHandlers } from './pairings.ts';
import { placementHandlers } from './placements.ts';
import { readingHandlers } from './readings.ts';
import { renewalHandlers } from './renewals.ts';
import { reminderHandlers } from './reminders.ts';
import { ruleHandlers } from './rules.ts';
import { serviceHandlers } from './service.ts';
import { watchHandlers } from './watches.ts';

/** What each operation does. */
export const handlersFor = (deps: Deps): Handlers => ({
  ...serviceHandlers(deps),
  ...pairingHandlers(deps),
  ...deviceHandlers(deps),
  ...keyTestHandlers(deps),
  ...readingHandlers(deps),
  ...ledgerHandlers(deps),
  ...fingerprintHandlers(deps),
  ...placementHandlers(deps),
  ...renewalHandlers(deps),
  ...watchHandlers(deps),
  ...calendarHandlers(deps),
  ...channelHandlers(deps),
  ...reminderHandlers(deps),
  ...ruleHandlers(deps),
});
