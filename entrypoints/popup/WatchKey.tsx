import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

interface Props {
  carryId: string;
  /** e.g. `https://kagiban.example.co.jp`. */
  address: string;
}

/** The companion may keep a key of the shop's own app and test it every day: opt-in, and said what that means. */
export function WatchKey({ carryId, address }: Props) {
  const [kept, setKept] = useState(false);
  const watch = useAction(async () => {
    await ask('companion.watch', { carryId });
    setKept(true);
  });
  if (kept) {
    return (
      <Notice level="fine" role="status" data={{ 'data-kagiban': 'watched' }}>
        {t('watch.kept')}
      </Notice>
    );
  }
  return (
    <>
      <p class="quiet">{t('watch.hint', [new URL(address).host])}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="watch"
          disabled={watch.busy}
          onClick={watch.run}
        >
          {t('watch.start')}
        </button>
      </div>
      <ErrorLine code={watch.error} />
    </>
  );
}
