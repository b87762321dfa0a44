import { useState } from 'preact/hooks';
import { ask } from '../../../components/background.ts';
import { ErrorLine } from '../../../components/ErrorLine.tsx';
import { t } from '../../../components/say.ts';
import { useAction } from '../../../components/useAction.ts';
import type { Known } from '../../../components/useLedger.ts';
import { toolsFile } from '../../../utils/tools/custom-file.ts';

/** Tools that were taught by pointing: what is known of each, and their file for another browser. */
export function TaughtTools({ known }: { known: Known }) {
  const tools = known.ledger.customTools;
  const [taken, setTaken] = useState(false);
  const take = useAction(async (file: File) => {
    setTaken(false);
    await ask('tool.take', { file: await file.text() });
    setTaken(true);
  });
  const forget = useAction(async (connectorId: string) => {
    await ask('tool.forget', { connectorId });
  });
  return (
    <section aria-labelledby="taught-title" data-kagiban="taught">
      <h2 id="taught-title">{t('board.taughtTitle')}</h2>
      <p class="quiet">{t('board.taughtIntro')}</p>
      {tools.length === 0 && <p class="quiet">{t('board.taughtEmpty')}</p>}
      <ul>
        {tools.map((tool) => (
          <li key={tool.id}>
            <strong>{tool.name}</strong>{' '}
            <span class="quiet">
              {[
                ...tool.fields.map(({ field }) => t(`popup.fieldKind.${field}`)),
                ...tool.origins.map((origin) => new URL(origin).host),
              ].join(' · ')}
            </span>{' '}
            <button
              type="button"
              class="button"
              disabled={forget.busy}
              onClick={() => forget.run(tool.id)}
            >
              {t('board.taughtForget', [tool.name])}
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        {tools.length > 0 && (
          <a
            class="button"
            download="kagiban-tools.json"
            href={`data:application/json;charset=utf-8,${encodeURIComponent(toolsFile(tools))}`}
          >
            {t('board.taughtExport')}
          </a>
        )}
        <label class="button">
          {t('board.taughtImport')}
          <input
            class="seen-only-by-readers"
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) take.run(file);
            }}
          />
        </label>
      </div>
      {taken && <p role="status">{t('board.taughtTaken')}</p>}
      <ErrorLine code={take.error ?? forget.error} />
    </section>
  );
}
