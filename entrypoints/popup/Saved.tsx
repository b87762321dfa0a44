import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { ToolInFront } from '../../utils/messages/protocol.ts';

interface Props {
  tool: ToolInFront;
  shopId: string | null;
  known: Known | null;
}

/** 「保存しました」: the person says so; until then the ledger holds "filled, saving not confirmed". */
export function Saved({ tool, shopId, known }: Props) {
  const [done, setDone] = useState(false);
  const saved = useAction(async (bindingId: string) => {
    await ask('tool.saved', { bindingId });
    setDone(true);
  });
  const binding = known?.ledger.bindings.find(
    (one) =>
      one.connectorId === tool.connectorId && one.origin === tool.origin && one.shopId === shopId,
  );
  // The fill has just written it; the ledger is read again a moment later.
  if (!binding) return null;
  if (done) {
    return (
      <Notice level="fine" role="status">
        {t('popup.savedThanks')}
      </Notice>
    );
  }
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="saved"
          disabled={saved.busy}
          onClick={() => saved.run(binding.id)}
        >
          {t('popup.saved')}
        </button>
      </div>
      <ErrorLine code={saved.error} />
    </>
  );
}
