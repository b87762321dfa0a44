import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import type { CustomTool } from '../../utils/model/custom-tool.ts';
import type { MatrixRow } from '../../utils/overview/matrix.ts';

/** 「いま入っているキーを確かめる」: the tools of which it is not known, and how each is looked at. */
export function Sweep({ rows, taught }: { rows: MatrixRow[]; taught: CustomTool[] }) {
  const names = [
    ...new Set(rows.map(({ field }) => toolName(field.binding.connectorId, t, taught))),
  ];
  return (
    <Notice level="unknown" data={{ 'data-kagiban': 'sweep' }}>
      <strong>{t('sweep.title', [String(rows.length)])}</strong>
      <p>{names.join(' · ')}</p>
      <p>{t('sweep.how')}</p>
    </Notice>
  );
}
