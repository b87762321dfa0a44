import type { FieldName } from '../model/tool.ts';
import type { Connector, ConnectorField } from './connectors/type.ts';
import { nameOfField } from './connectors/type.ts';
import { isPointedAt } from './pointed.ts';
import type { FieldFacts } from './page/types.ts';
import { fold, mentioning, mentions, namesIt, saysOnly } from './words.ts';

export interface FieldMatch extends FieldName {
  field: ConnectorField['kind'];
  /** As the tool writes it. */
  label: string;
  found: 'one' | 'none' | 'many';
  /** Of the one field; null otherwise. */
  facts: FieldFacts | null;
  /** Where it is `many`: those that say this and nothing that contradicts it, for a person to choose from. */
  candidates: FieldFacts[];
}

/** Which of the page's fields is which of the connector's: exactly one, or nothing is filled unasked. */
export function matchFields(connector: Connector, fields: FieldFacts[]): FieldMatch[] {
  const claims = new Map(fields.map((field) => [field, claimsOf(connector, field)]));
  return connector.fields.map((wanted): FieldMatch => {
    const name = { ...nameOfField(wanted), field: wanted.kind, label: wanted.label };
    const claimed = fields.filter((field) => claims.get(field)?.includes(wanted));
    const shown = claimed.filter(({ rendered }) => rendered);
    const those = shown.length > 0 ? shown : claimed;
    const [first] = those;
    if (!first) return { ...name, found: 'none', facts: null, candidates: [] };
    // A field that says two things at once makes both uncertain.
    const clear = those.filter((field) => claims.get(field)?.length === 1);
    if (those.length === 1 && clear.length === 1) {
      return { ...name, found: 'one', facts: first, candidates: [] };
    }
    return { ...name, found: 'many', facts: null, candidates: clear };
  });
}

/**
 * Every field of the connector that this one claims to be. Labels speak first; a name in the markup may
 * contradict them, and speaks alone only where no words do. A trap claims nothing.
 */
function claimsOf(connector: Connector, field: FieldFacts): ConnectorField[] {
  if (connector.fields.some(({ pointed }) => pointed)) {
    return connector.fields.filter(({ pointed }) => pointed && isPointedAt(pointed, field));
  }
  if (field.labels.some(({ text }) => saysOnly(text, connector.traps))) return [];
  const possible = connector.fields.filter((wanted) => fitsType(wanted, field));
  const said = possible.filter((wanted) => field.labels.some(({ text }) => says(text, wanted)));
  const named = possible.filter(
    ({ names }) => namesIt(field.anchors.name, names) || namesIt(field.id, names),
  );
  const speaks = field.labels.some(({ from }) => from !== 'placeholder' && from !== 'title');
  const claims = said.length > 0 || !speaks ? [...said, ...named] : [];
  return [...new Set(claims)].filter((wanted) => isItsPart(wanted, claims, field));
}

/** 「licenseKey（在庫）」 says it as 「licenseKey」 does; 「在庫」 alone doesn't. */
const says = (text: string, wanted: ConnectorField): boolean =>
  saysOnly(text, [...wanted.wordings, ...partWords(wanted)]) && names(text, wanted.wordings);
const names = (text: string, wordings: string[]): boolean =>
  wordings.some((wording) => fold(text).includes(fold(wording)));

const partWords = ({ part }: ConnectorField): string[] => part?.words ?? [];

/** Of several fields labelled alike, the one whose own words stand with the field and no sibling's do. */
function isItsPart(wanted: ConnectorField, claims: ConnectorField[], field: FieldFacts): boolean {
  if (!wanted.part) return true;
  const siblings = claims.filter(({ kind, part }) => kind === wanted.kind && part);
  // The nearest words that tell any of them apart: its own labels, what it stands under, all around it.
  const texts = [...field.labels.map(({ text }) => text), field.section, field.near];
  for (const text of texts) {
    const said = siblings.filter((each) => saysPart(text, each));
    if (said.length > 0) return said.includes(wanted);
  }
  return true;
}

const saysPart = (text: string, wanted: ConnectorField): boolean =>
  partWords(wanted).some((word) => mentions(mentioning(text), word));

/** A date box takes no key. */
const fitsType = (wanted: ConnectorField, field: FieldFacts): boolean =>
  wanted.kind === 'expiresOn' || field.anchors.type !== 'date';
