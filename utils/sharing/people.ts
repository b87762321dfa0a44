import * as z from 'zod/mini';
import {
  departureAnswerSchema,
  devicesAnswerSchema,
  type DepartureAnswer,
} from '../model/companion-devices.schema.ts';
import { AppError, errorCodeOf } from '../model/errors.ts';
import type { Instant } from '../model/time.ts';
import type { SharePort } from './port.ts';

/** Somebody who is paired with the companion, with the browsers that still may ask it. */
export interface PersonThere {
  id: string;
  name: string;
  /** It is whoever sits at this browser. */
  self: boolean;
  browsers: { id: string; name: string; pairedAt: Instant; self: boolean }[];
}

type Port = Pick<SharePort, 'ask'>;

/** People who are there and whose shops are all ours, ourselves first. */
export async function peopleThere({ ask }: Port): Promise<PersonThere[]> {
  const { devices } = await ask({ method: 'GET', path: '/v1/devices' }, devicesAnswerSchema);
  const people = new Map<string, PersonThere>();
  for (const { id, name, member, pairedAt, revokedAt, self } of devices) {
    if (member.leftAt !== null) continue;
    const person = people.get(member.id) ?? {
      id: member.id,
      name: member.name,
      self: false,
      browsers: [],
    };
    if (revokedAt === null) person.browsers.push({ id, name, pairedAt, self });
    people.set(member.id, { ...person, self: person.self || self });
  }
  return [...people.values()].toSorted((a, b) => Number(b.self) - Number(a.self));
}

/** Ends one browser: it forgets everything of ours at its next contact. Throws `companionPerson`. */
export const endBrowser = ({ ask }: Port, id: string): Promise<null> =>
  refusedOf(ask({ method: 'DELETE', path: `/v1/devices/${encodeURIComponent(id)}` }, z.null()));

/**
 * A person leaves: all their browsers end, and `to` takes over what they had said they would see to (null =
 * nobody: it is said again). Throws `companionPerson` where the person has left or works for other shops too.
 */
export const personLeaves = (
  { ask }: Port,
  { personId, to }: { personId: string; to: string | null },
): Promise<DepartureAnswer> =>
  refusedOf(
    ask(
      {
        method: 'POST',
        path: `/v1/members/${encodeURIComponent(personId)}/departure`,
        body: { to },
      },
      departureAnswerSchema,
    ),
  );

async function refusedOf<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    throw errorCodeOf(error) === 'companionRefused' ? new AppError('companionPerson') : error;
  }
}
