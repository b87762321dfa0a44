import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';

/** 「調査用の情報をコピー」: how the page is built, without a word of the shop; shown, so that a person sees what goes out. */
export function Diagnose({ tabId }: { tabId: number }) {
  const [text, setText] = useState('');
  const [copied, setCopied] = useState(false);
  const copy = useAction(async () => {
    const answer = await ask('page.diagnose', { tabId });
    setText(answer.text);
    const written = navigator.clipboard.writeText(answer.text);
    setCopied(
      await written.then(
        () => true,
        () => false,
      ),
    );
  });
  return (
    <section class="panel" aria-label={t('popup.diagnose')}>
      <p class="quiet">{t('popup.diagnoseHint')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="diagnose"
          disabled={copy.busy}
          onClick={copy.run}
        >
          {t('popup.diagnose')}
        </button>
      </div>
      {text !== '' && (
        <>
          <Notice level={copied ? 'fine' : 'unknown'} role="status">
            {t(copied ? 'popup.diagnosed' : 'popup.copyFailed')}
          </Notice>
          <textarea
            class="mono diagnosis"
            readOnly
            rows={6}
            value={text}
            aria-label={t('popup.diagnosis')}
            data-kagiban="diagnosis"
          />
        </>
      )}
      <ErrorLine code={copy.error} />
    </section>
  );
}
