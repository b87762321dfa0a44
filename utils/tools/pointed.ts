import type { PointedField } from '../model/custom-tool.ts';
import type { FieldFacts } from './page/types.ts';
import { fold } from './words.ts';

/**
 * Is this the field that was pointed at? What it says must be the same, and its name; of all that was
 * noted two must agree, so that one word alone (every form has a 「キー」) finds nothing.
 */
export function isPointedAt(pointed: PointedField, field: FieldFacts): boolean {
  const noted: [string, string][] = [
    [pointed.labels.map(fold).join('\n'), field.anchors.labels.map(fold).join('\n')],
    [pointed.name, field.anchors.name],
    [pointed.id, field.id],
    [pointed.form, field.form],
    [pointed.section, field.section],
  ];
  const [labels, name] = noted.map(([was, is]) => was === '' || was === is);
  const said = noted.filter(([was]) => was !== '');
  const agreed = said.filter(([was, is]) => was === is).length;
  return labels === true && name === true && agreed >= Math.min(2, said.length) && agreed > 0;
}
