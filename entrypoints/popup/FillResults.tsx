import { fieldLabel } from '../../components/fieldLabel.ts';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { Shape } from '../../components/Shape.tsx';
import type { Known } from '../../components/useLedger.ts';
import type { ToolInFront } from '../../utils/tools/desk-types.ts';
import type { FieldResult } from '../../utils/model/tool.ts';
import { FollowUp } from './FollowUp.tsx';

interface Props {
  tabId: number;
  tool: ToolInFront;
  results: FieldResult[];
  /** The shop of the key that was filled. */
  shopId: string | null;
  known: Known | null;
}

/** How every field ended, what was not done (saving), and the next steps that only a person can take. */
export function FillResults({ tabId, tool, results, shopId, known }: Props) {
  const filled = results.filter((one) => one.outcome === 'filled').length;
  // The fill has just written it; the ledger is read again a moment later.
  const binding = known?.ledger.bindings.find(
    (one) =>
      one.connectorId === tool.connectorId && one.origin === tool.origin && one.shopId === shopId,
  );
  return (
    <>
      <ul class="fields">
        {results.map(({ outcome, ...name }) => (
          <li
            key={`${name.field} ${name.part}`}
            data-kagiban="fill-result"
            data-field={name.field}
            data-part={name.part}
            data-outcome={outcome}
          >
            <Shape level={outcome === 'filled' ? 'fine' : 'unknown'} />
            <span>
              <strong>{fieldLabel(name, tool.connectorId, t)}</strong> {t(`fill.${outcome}`)}
            </span>
          </li>
        ))}
      </ul>
      <Total filled={filled} all={results.length} />
      {filled > 0 && binding && (
        <FollowUp tabId={tabId} tool={tool} bindingId={binding.id} known={known} />
      )}
    </>
  );
}

const Total = ({ filled, all }: { filled: number; all: number }) => (
  <Notice level={filled === all ? 'waiting' : 'unknown'} role="status">
    {filled === 0 ? t('popup.filledNone') : t('popup.filledAll')}
    {filled > 0 && filled < all && <p>{t('popup.filledSome')}</p>}
  </Notice>
);
