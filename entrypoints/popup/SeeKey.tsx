import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { fieldLabel } from '../../components/fieldLabel.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { ToolInFront } from '../../utils/tools/desk-types.ts';
import type { SeenKey } from '../../utils/tools/see-key.ts';

interface Props {
  tabId: number;
  tool: ToolInFront;
}

/** 「いま入っているキーを確かめる」: the last four in the tool's own field, read on this click. */
export function SeeKey({ tabId, tool }: Props) {
  const { lookId, connectorId } = tool;
  const [seen, setSeen] = useState<SeenKey[]>([]);
  const see = useAction(async () => {
    setSeen(await ask('tool.seeKey', { tabId, lookId }));
  });
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="see-key"
          title={t('sweep.buttonHint')}
          disabled={see.busy}
          onClick={see.run}
        >
          {t('sweep.button')}
        </button>
      </div>
      {seen.map((one) => (
        <Notice
          key={`${one.field} ${one.part ?? ''}`}
          level={one.sight === 'seen' ? 'fine' : 'unknown'}
          role="status"
          data={{ 'data-kagiban': 'seen-key', 'data-sight': one.sight }}
        >
          {seen.length > 1 && <strong>{fieldLabel(one, connectorId, t)}</strong>}
          <p>{t(`sweep.${one.sight}`, [one.last4 ?? ''])}</p>
        </Notice>
      ))}
      <ErrorLine code={see.error} />
    </>
  );
}
