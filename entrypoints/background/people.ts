import type { Handlers } from '../../utils/messages/dispatch.ts';
import { endBrowser, peopleThere, personLeaves } from '../../utils/sharing/people.ts';
import { companionPort } from './sharing.ts';

export const companionPeople: Handlers['companion.people'] = async () => ({
  people: await peopleThere(await companionPort()),
});

export const companionEndBrowser: Handlers['companion.endBrowser'] = async ({ browserId }) => {
  await endBrowser(await companionPort(), browserId);
  return {};
};

/** Only ever called where a person was told what becomes of what. */
export const companionLeaves: Handlers['companion.leaves'] = async (said) =>
  personLeaves(await companionPort(), said);
