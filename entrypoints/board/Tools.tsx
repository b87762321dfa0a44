import { fieldLabel } from '../../components/fieldLabel.ts';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import type { Known } from '../../components/useLedger.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import { MarkSaved } from './MarkSaved.tsx';
import { fieldsOf, type FieldOfTool } from './fieldsOf.ts';
import { Holds, Works } from './Evidence.tsx';

/** 連携ツール: which key each field holds, how that is known, how old the knowledge is. */
export function Tools({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const fields = fieldsOf(known, shop);
  return (
    <section aria-labelledby="tools-title">
      <h2 id="tools-title">{t('board.tab.tools')}</h2>
      {fields.length === 0 ? (
        <div class="nothing">
          <p>{t('board.toolsEmpty')}</p>
          <p class="quiet">{t('board.toolsEmptyBody')}</p>
        </div>
      ) : (
        <>
          <p class="quiet">{t('board.toolsIntro')}</p>
          <ToolTable fields={fields} known={known} />
        </>
      )}
    </section>
  );
}

const ToolTable = ({ fields, known }: { fields: FieldOfTool[]; known: Known }) => (
  <div class="wide" role="group" aria-labelledby="tools-title" tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">{t('board.col.tool')}</th>
          <th scope="col">{t('common.shop')}</th>
          <th scope="col">{t('board.col.app')}</th>
          <th scope="col">{t('board.col.field')}</th>
          <th scope="col">{t('board.col.holds')}</th>
          <th scope="col">{t('board.col.works')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((one) => (
          <tr
            key={one.placement.id}
            data-kagiban="placement"
            data-tool={one.binding.connectorId}
            data-field={one.placement.field}
            data-part={one.placement.part}
            data-holds={one.placement.holds?.how ?? 'none'}
          >
            <th scope="row">
              {toolName(one.binding.connectorId, t)}{' '}
              <span class="quiet">{new URL(one.binding.origin).host}</span>
            </th>
            <td>{one.shop}</td>
            <td>{one.app}</td>
            <td>{fieldLabel(one.placement, one.binding.connectorId, t)}</td>
            <td>
              <Holds field={one} now={known.now} />
              {one.placement.holds?.how === 'filled' && <MarkSaved bindingId={one.binding.id} />}
            </td>
            <td>
              <Works field={one} now={known.now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
