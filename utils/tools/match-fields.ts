import type { Connector, ConnectorField } from './connectors/type.ts';
import type { FieldFacts } from './page/types.ts';
import { namesIt, saysOnly } from './words.ts';

export interface FieldMatch {
  kind: ConnectorField['kind'];
  /** As the tool writes it. */
  label: string;
  found: 'one' | 'none' | 'many';
  /** Of the one field; null otherwise. */
  field: FieldFacts | null;
}

/** Which of the page's fields is which of the connector's: exactly one, or nothing is filled. */
export function matchFields(connector: Connector, fields: FieldFacts[]): FieldMatch[] {
  const kinds = new Map(fields.map((field) => [field, kindsOf(connector, field)]));
  return connector.fields.map(({ kind, label }) => {
    const claimed = fields.filter((field) => kinds.get(field)?.has(kind));
    const shown = claimed.filter(({ rendered }) => rendered);
    const candidates = shown.length > 0 ? shown : claimed;
    const [first] = candidates;
    if (!first) return { kind, label, found: 'none', field: null };
    // A field that says two things at once makes both uncertain.
    const certain = candidates.length === 1 && kinds.get(first)?.size === 1;
    return certain
      ? { kind, label, found: 'one', field: first }
      : { kind, label, found: 'many', field: null };
  });
}

/**
 * Every kind that the field claims to be. Labels speak first; a name in the markup may contradict them,
 * and speaks alone only where no words do. A trap claims nothing.
 */
function kindsOf(connector: Connector, field: FieldFacts): Set<ConnectorField['kind']> {
  if (field.labels.some(({ text }) => saysOnly(text, connector.traps))) return new Set();
  const possible = connector.fields.filter((wanted) => fitsType(wanted, field));
  const said = possible.filter(({ wordings }) =>
    field.labels.some(({ text }) => saysOnly(text, wordings)),
  );
  const named = possible.filter(
    ({ names }) => namesIt(field.anchors.name, names) || namesIt(field.id, names),
  );
  const speaks = field.labels.some(({ from }) => from !== 'placeholder' && from !== 'title');
  const claims = said.length > 0 || !speaks ? [...said, ...named] : [];
  return new Set(claims.map(({ kind }) => kind));
}

/** A date box takes no key. */
const fitsType = (wanted: ConnectorField, field: FieldFacts): boolean =>
  wanted.kind === 'expiresOn' || field.anchors.type !== 'date';
