import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import {
  addCalendarLink,
  calendarLinks,
  endCalendarLink,
} from '../../utils/sharing/calendar-links.ts';
import { companionSetting } from './settings.ts';
import { companionPort } from './sharing.ts';

export const companionLinks: Handlers['companion.links'] = async () => ({
  links: await calendarLinks(await companionPort()),
});

/** The address is told once, to the page on which a person asked for it, and kept nowhere. */
export const companionAddLink: Handlers['companion.addLink'] = async ({ shopId }) => {
  const path = await addCalendarLink(await companionPort(), shopId);
  const setting = await companionSetting();
  if (!setting) throw new AppError('companionUnreachable');
  return { address: `${setting.address}${path}` };
};

export const companionEndLink: Handlers['companion.endLink'] = async ({ linkId }) => {
  await endCalendarLink(await companionPort(), linkId);
  return {};
};
