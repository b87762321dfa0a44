import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

interface Props {
  kind: 'tool' | 'group';
  /** What was removed, and what that means. */
  words: string;
  restore: () => Promise<void>;
}

/** Something was removed: the way back. */
export function Removed({ kind, words, restore }: Props) {
  const back = useAction(restore);
  return (
    <Notice level="waiting" role="status" data={{ 'data-kagiban': `removed-${kind}` }}>
      {words}
      <div>
        <button
          type="button"
          class="button"
          data-kagiban={`restore-${kind}`}
          disabled={back.busy}
          onClick={back.run}
        >
          {t('board.undo')}
        </button>
      </div>
      <ErrorLine code={back.error} />
    </Notice>
  );
}
