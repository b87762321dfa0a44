import type { CarriedInfo } from '../model/carry.ts';
import { type FieldName, fieldName } from '../model/tool.ts';
import type { Shop } from '../model/ledger.ts';
import type { Look } from './session.ts';
import { fold } from './words.ts';

/** Which of several fields that look alike a person meant: its number among the look's candidates. */
export interface FieldChoice extends FieldName {
  candidate: number;
}

/** A field that only a person can tell, and what to choose from. */
export interface FieldQuestion extends FieldName {
  label: string;
  candidates: { candidate: number; near: string }[];
}

/**
 * What has to be asked before a fill: fields of which the page shows several. One whose surroundings name
 * another shop of ours is not offered; where none is left the field is refused.
 */
export function questionsOf(
  look: Look,
  { shopId, hasSecret }: Pick<CarriedInfo, 'shopId' | 'hasSecret'>,
  shops: Shop[],
): FieldQuestion[] {
  const others = shops.filter(({ id }) => id !== shopId).flatMap(namesOf);
  return look.fields.flatMap((wanted) => {
    const { field, label, found, candidates } = wanted;
    const open = candidates
      .map(({ near }, candidate) => ({ candidate, near }))
      .filter(({ near }) => !others.some((name) => fold(near).includes(name)));
    const nothingToPut = field === 'serviceSecret' && !hasSecret;
    if (found !== 'many' || open.length === 0 || nothingToPut) return [];
    return [{ ...fieldName(wanted), label, candidates: open }];
  });
}

/** A name of one or two letters stands in too many texts to say anything. */
const namesOf = ({ name, slug, digits }: Shop): string[] =>
  [name, slug, digits].map((each) => fold(each ?? '')).filter((each) => each.length > 2);
