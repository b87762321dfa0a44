import { askAgain } from '../../../../components/background.ts';
import type { ErrorCode } from '../../../../utils/model/errors.ts';
import { useAsked } from './useAsked.ts';

const channelsThere = async () => (await askAgain('companion.channels', {})).channels;
const watchesThere = async () => (await askAgain('companion.watches', {})).watches;
const peopleThere = async () => (await askAgain('companion.people', {})).people;
const linksThere = async () => (await askAgain('companion.links', {})).links;

/** All that the companion tells of itself, shown together: a list that grew would push away the button below it. */
export function useTold() {
  const told = {
    channels: useAsked(channelsThere),
    watches: useAsked(watchesThere),
    people: useAsked(peopleThere),
    links: useAsked(linksThere),
  };
  const all = Object.values(told);
  const knowsNothing = all.every(({ value }) => value === null);
  const error: ErrorCode | null = knowsNothing ? told.channels.error : null;
  return {
    ...told,
    waits: all.some((one) => one.value === null && one.error === null),
    /** It told nothing at all, and why. */
    error,
  };
}
