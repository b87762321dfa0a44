import type { ChannelsAnswer } from '../model/companion-notices.schema.ts';
import { NOTICE_KINDS, type Route } from '../model/notice.ts';

/** What a companion has for one shop. */
interface There {
  routes: readonly Route[];
  channels: ChannelsAnswer['channels'];
}

/**
 * The routes that the companion is to have: of a kind that reaches a channel there which this browser does not
 * know, a colleague decided, and that stands; of all others this browser does. Mail is no browser's.
 */
export function routesToSend(
  here: { routes: readonly Route[]; targetIds: ReadonlySet<string> },
  there: There,
): Route[] {
  const open = there.channels.filter(({ enabled }) => enabled);
  return NOTICE_KINDS.flatMap((kind) => {
    const theirs = there.routes.find((one) => one.kind === kind);
    const named = new Set(theirs && namedBy(theirs));
    const reached = open.filter(({ id }) => named.has(id));
    // One that names nobody, or none at all, is about them all.
    const about = reached.length > 0 ? reached : open.filter(({ channel }) => channel !== 'mail');
    const isOurs = about.length > 0 && about.every(({ id }) => here.targetIds.has(id));
    return (isOurs ? here.routes.find((one) => one.kind === kind) : theirs) ?? [];
  });
}

const namedBy = ({ targetIds, fallbackIds, escalation }: Route): string[] => [
  ...targetIds,
  ...fallbackIds,
  ...(escalation ? [escalation.targetId] : []),
];
