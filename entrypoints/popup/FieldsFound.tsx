import { fieldLabel } from '../../components/fieldLabel.ts';
import { t } from '../../components/say.ts';
import { Shape } from '../../components/Shape.tsx';
import type { ToolInFront } from '../../utils/tools/desk-types.ts';
import type { Level } from '../../utils/overview/types.ts';

type Found = ToolInFront['fields'][number]['found'];

const LEVEL: Record<Found, Level> = { one: 'fine', none: 'unknown', many: 'unknown' };
const WORDS = {
  one: 'popup.fieldOne',
  none: 'popup.fieldNone',
  many: 'popup.fieldMany',
} as const;

/** The fields that a key would go to, in the tool's own words. */
export const FieldsFound = ({ tool }: { tool: ToolInFront }) => (
  <ul class="fields" aria-label={t('popup.toolField')}>
    {tool.fields.map((each) => (
      <li key={`${each.field} ${each.part}`}>
        <Shape level={LEVEL[each.found]} />
        <span>{fieldLabel(each, tool.connectorId, t)}</span>
        <span class="quiet">{t(WORDS[each.found])}</span>
      </li>
    ))}
  </ul>
);
