import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

/** A key is carried and the page is no tool that we know: its fields can be pointed at. */
export const PointPanel = ({ tabId }: { tabId: number }) => (
  <section class="panel front" aria-label={t('popup.page')}>
    <p>{t('popup.pointIntro')}</p>
    <PointButton tabId={tabId} />
  </section>
);

/** Starts the pointing; the popup closes, as the next click belongs to the page. */
export function PointButton({ tabId }: { tabId: number }) {
  const point = useAction(async () => {
    await ask('tool.point', { tabId });
    globalThis.close();
  });
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="point"
          disabled={point.busy}
          onClick={point.run}
        >
          {t('popup.point')}
        </button>
      </div>
      <ErrorLine code={point.error} />
    </>
  );
}
