import type { Handlers } from '../../utils/messages/dispatch.ts';
import { sharedHistory } from '../../utils/sharing/history.ts';
import { companionPort } from './sharing.ts';

/** Asked for when it is looked at, and kept nowhere here. */
export const companionHistory: Handlers['companion.history'] = async ({ further }) =>
  sharedHistory(await companionPort(), further);
