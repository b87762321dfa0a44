import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { runsOf } from '../../components/runsOf.ts';
import { openWords } from '../../components/runWords.ts';
import { RunStep } from '../../components/RunStep.tsx';
import { t } from '../../components/say.ts';
import { StartRun } from '../../components/StartRun.tsx';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { StatusState } from '../../components/useStatus.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import { formatFull } from '../../components/words.ts';
import type { License } from '../../utils/model/ledger.ts';
import type { RunView } from '../../utils/overview/runs.ts';
import type { ShopView } from '../../utils/overview/types.ts';

interface Props {
  known: Known;
  shop: ShopView | undefined;
  background: StatusState;
}

/** 更新作業: every open run with its one next step, in the order of one sitting. */
export function Runs({ known, shop, background }: Props) {
  const { open, proposed } = runsOf(known, shop, background);
  if (open.length + proposed.length === 0) return null;
  return (
    <section aria-labelledby="runs-title">
      <h2 id="runs-title">{t('run.title')}</h2>
      {open.length > 1 && <p class="quiet">{t('run.order')}</p>}
      {proposed.map((license) => (
        <Proposal key={license.id} license={license} known={known} />
      ))}
      <ol class="runs">
        {open.map((view) => (
          <Run key={view.run.id} view={view} known={known} />
        ))}
      </ol>
    </section>
  );
}

function Proposal({ license, known }: { license: License; known: Known }) {
  const { id, appId, last4 } = license;
  const app = known.ledger.apps.find((one) => one.id === appId)?.name ?? '';
  const wish = { appId, kind: 'issue', licenseId: null, openedBy: 'newKey' } as const;
  return (
    <div class="card" data-kagiban="run-proposal" key={id}>
      <p>{t('run.proposal', [app, last4 ?? '–'])}</p>
      <p>
        <StartRun wish={wish} words={t('run.proposalYes')} />
      </p>
    </div>
  );
}

function Run({ view, known }: { view: RunView; known: Known }) {
  const { run, app, oldKey, newKey, open } = view;
  const taught = known.ledger.customTools;
  const shop = known.overview.shops.find(({ id }) => id === run.shopId);
  return (
    <li class="card" data-kagiban="run" data-kind={run.kind} data-step={view.next?.do ?? 'ending'}>
      <h3>
        {app} <span class="mono">{keyWords(oldKey, newKey)}</span>
        <span class="quiet">
          {shop && labelOf(shop)} · {t(`run.kind.${run.kind}`)} ·{' '}
          {t('run.since', [formatFull(run.openedAt, known.now, t)])}
        </span>
      </h3>
      <RunStep view={view} taught={taught} there={false} />
      <details>
        <summary>{t('run.stillOpen', [String(open.length)])}</summary>
        <ul class="reasons">
          {open
            .map((one) => openWords(one, t, taught))
            .map((words) => (
              <li key={words}>{words}</li>
            ))}
        </ul>
        <Words view={view} />
      </details>
    </li>
  );
}

const keyWords = (oldKey: License | null, newKey: License | null): string =>
  [oldKey?.last4, newKey?.last4].filter(Boolean).join(' → ');

/** A person's notes, and the written reason that ends what cannot be finished. */
function Words({ view: { run } }: { view: RunView }) {
  const [notes, setNotes] = useState(run.notes);
  const [reason, setReason] = useState('');
  const save = useAction(async () => {
    await ask('renewal.note', { renewalId: run.id, notes });
  });
  const close = useAction(async () => {
    await ask('renewal.close', { renewalId: run.id, reason });
  });
  return (
    <>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        <input
          type="text"
          maxLength={500}
          aria-label={t('run.notes')}
          placeholder={t('run.notes')}
          value={notes}
          onInput={(event) => setNotes(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={save.busy}>
          {t('run.notesSave')}
        </button>
      </form>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          close.run();
        }}
      >
        <input
          type="text"
          required
          maxLength={500}
          aria-label={t('run.reason')}
          placeholder={t('run.reason')}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <button type="submit" class="button" data-kagiban="close-run" disabled={close.busy}>
          {t('run.close')}
        </button>
      </form>
      <ErrorLine code={save.error ?? close.error} />
    </>
  );
}
