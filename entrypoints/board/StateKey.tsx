import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { MatrixKey, MatrixRow } from '../../utils/overview/matrix.ts';

interface Props {
  row: MatrixRow;
  keys: MatrixKey[];
  /** The tool's name. */
  tool: string;
}

/** The person says which key a field holds: for tools whose page shows none. */
export function StateKey({ row, keys, tool }: Props) {
  const { binding, name, placement } = row.field;
  const state = useAction(async (licenseId: string) => {
    await ask('tool.state', { bindingId: binding.id, ...name, licenseId: licenseId || null });
  });
  const own = keys.filter(({ license }) => license.appId === binding.appId);
  return (
    <>
      <select
        aria-label={t('board.stateKeyOf', [tool])}
        data-kagiban="state-key"
        disabled={state.busy}
        value={placement?.holds?.licenseId ?? ''}
        onChange={(event) => state.run(event.currentTarget.value)}
      >
        <option value="">{t('board.stateUnknown')}</option>
        {own.map(({ license }) => (
          <option key={license.id} value={license.id}>
            {t('common.last4', [license.last4 ?? ''])}
          </option>
        ))}
      </select>
      <ErrorLine code={state.error} />
    </>
  );
}
