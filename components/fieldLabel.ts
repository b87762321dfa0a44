import type { Say } from '../utils/model/say.ts';
import { type FieldName, sameField } from '../utils/model/tool.ts';
import { connectorOf } from '../utils/tools/connectors/index.ts';
import { nameOfField } from '../utils/tools/connectors/type.ts';
import { noteIn } from './noteIn.ts';

/** A field as the tool writes it, with the name of its part: 「licenseKey（在庫）」. */
export function fieldLabel(
  field: FieldName & { label?: string },
  connectorId: string,
  t: Say,
): string {
  const known = connectorOf(connectorId)?.fields.find((each) =>
    sameField(nameOfField(each), field),
  );
  const label = field.label ?? known?.label ?? t(`popup.fieldKind.${field.field}`);
  if (field.part === undefined) return label;
  const name = known?.part?.name;
  const part = name ? noteIn(name, t) : field.part;
  return t('popup.fieldPart', [label, part]);
}
