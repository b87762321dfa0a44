import { fieldLabel } from '../../components/fieldLabel.ts';
import { Last4 } from '../../components/Last4.tsx';
import { t } from '../../components/say.ts';
import { StartRun } from '../../components/StartRun.tsx';
import { Shape } from '../../components/Shape.tsx';
import { toolName } from '../../components/toolName.ts';
import type { Known } from '../../components/useLedger.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import { formatShortDate } from '../../components/words.ts';
import type { App } from '../../utils/model/ledger.ts';
import type { RenewalKind } from '../../utils/model/renewal.ts';
import type {
  Bomb,
  Matrix,
  MatrixCell,
  MatrixKey,
  MatrixRow,
} from '../../utils/overview/matrix.ts';
import { Cell } from './Evidence.tsx';
import { MarkSaved } from './MarkSaved.tsx';
import { RemoveTool } from './RemoveTool.tsx';
import { StateKey } from './StateKey.tsx';

interface Props {
  matrix: Matrix;
  known: Known;
  /** A tool was removed, by its name. */
  removed: (tool: string) => void;
}

/** One shop's tools × keys. */
export function MatrixTable({ matrix, known, removed }: Props) {
  const shop = known.overview.shops.find(({ id }) => id === matrix.shopId);
  const label = shop ? labelOf(shop) : t('common.unknownShop');
  return (
    <section class="shop" aria-label={label}>
      <h3>{label}</h3>
      <div class="wide" role="group" aria-label={label} tabIndex={0}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{t('board.col.tool')}</th>
              {matrix.keys.map((key) => (
                <KeyHead key={key.license.id} of={key} known={known} />
              ))}
              <th scope="col">{t('board.col.record')}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row, index) => (
              <Row
                key={rowId(row)}
                row={row}
                isFirst={row.field.binding.id !== matrix.rows[index - 1]?.field.binding.id}
                keys={matrix.keys}
                known={known}
                removed={removed}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const rowId = ({ field }: MatrixRow): string =>
  field.placement?.id ?? `${field.binding.id} ${field.name.field} ${field.name.part ?? ''}`;

const KeyHead = ({ of: { license, app, old, ended }, known }: { of: MatrixKey; known: Known }) => (
  <th scope="col" data-kagiban="matrix-key" data-last4={license.last4} data-old={String(old)}>
    <span class="names">{app.name}</span> <Last4 last4={license.last4} />{' '}
    <span class="quiet">
      {license.expiry
        ? formatShortDate(license.expiry.on, known.overview.today, t)
        : t('days.none')}
      {ended ? ` ${t('board.keyEnded')}` : old && ` ${t('board.keyOld')}`}
    </span>
    {!old && (
      <span class="buttons">
        {kindsByHand(app)
          .filter((kind) => !hasOpenRun(app.id, kind, known))
          .map((kind) => (
            <StartRun
              key={kind}
              wish={{ appId: app.id, kind, licenseId: license.id, openedBy: 'hand' }}
              words={t(`run.byHand.${kind}`)}
            />
          ))}
      </span>
    )}
  </th>
);

/** Functions are selected by the shop in its own app only (rms.md §1). */
const kindsByHand = ({ owner }: App): ('issue' | 'functions')[] =>
  owner === 'shop' ? ['issue', 'functions'] : ['issue'];

const hasOpenRun = (appId: string, kind: RenewalKind, { ledger }: Known): boolean =>
  ledger.renewals.some((run) => run.appId === appId && run.kind === kind && run.closed === null);

interface RowProps extends Pick<Props, 'known' | 'removed'> {
  row: MatrixRow;
  /** The first field of its tool. */
  isFirst: boolean;
  keys: MatrixKey[];
}

function Row({ row, isFirst, keys, known, removed }: RowProps) {
  const { field, cells, bomb } = row;
  const { binding, placement } = field;
  const tool = toolName(binding.connectorId, t, known.ledger.customTools);
  return (
    <tr
      data-kagiban="placement"
      data-tool={binding.connectorId}
      data-field={field.name.field}
      data-part={field.name.part}
      data-holds={placement?.holds?.how ?? 'none'}
      data-bomb={String(bomb !== null)}
    >
      <th scope="row">
        {tool} <span class="quiet">{fieldLabel(field.name, binding.connectorId, t)}</span>
        {bomb && <BombLine bomb={bomb} known={known} />}
      </th>
      {cells.map((cell, index) => (
        <td
          key={keys[index]?.license.id}
          data-kagiban="cell"
          data-cell={cell.kind}
          data-level={levelOf(cell)}
        >
          <Cell cell={cell} now={known.now} />
        </td>
      ))}
      <td>
        {placement?.holds?.how === 'filled' && <MarkSaved bindingId={binding.id} />}
        <StateKey row={row} keys={keys} tool={tool} />
        {isFirst && <RemoveTool bindingId={binding.id} tool={tool} removed={() => removed(tool)} />}
      </td>
    </tr>
  );
}

const levelOf = (cell: MatrixCell): string => (cell.kind === 'holds' ? cell.level : 'none');

/** A tool on an old key may stop at any moment, at the latest on the key's own date (rms.md §5). */
const BombLine = ({ bomb, known }: { bomb: Bomb; known: Known }) => (
  <p class="bomb">
    <Shape level={bomb.ended ? 'broken' : 'urgent'} /> {bombWords(bomb, known)}
  </p>
);

function bombWords({ license, by, ended }: Bomb, known: Known): string {
  const last4 = license.last4 ?? '–';
  if (ended) return t('board.bombEnded', [last4]);
  return by === null
    ? t('board.bombNoDate', [last4])
    : t('board.bombBy', [last4, formatShortDate(by, known.overview.today, t)]);
}
