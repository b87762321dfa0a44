import type { RenewalKind } from '../utils/model/renewal.ts';
import type { LicenseView, Need } from '../utils/overview/types.ts';
import type { RenewalWish } from '../utils/renewals/begin.ts';
import { ask } from './background.ts';
import { ErrorLine } from './ErrorLine.tsx';
import { t } from './say.ts';
import { useAction } from './useAction.ts';

/** The kind of run that a need calls for; null = none. */
export const KIND_OF_NEED: Record<Need, RenewalKind | null> = {
  expired: 'issue',
  renewNow: 'issue',
  pastGiven: 'issue',
  renewSoon: 'issue',
  old: 'issue',
  update: 'update',
  approve: 'approve',
  functionsMissing: 'functions',
  functionsUnfinished: 'functions',
  dateConflict: null,
  stopped: null,
  stateUnknown: null,
};

/** [更新を始める]: opens a run, which changes nothing in RMS or in a tool. */
export function StartRun({ wish, words }: { wish: RenewalWish; words?: string }) {
  const start = useAction(async () => {
    await ask('renewal.open', wish);
  });
  return (
    <>
      <button
        type="button"
        class="button"
        data-kagiban="start-run"
        data-kind={wish.kind}
        disabled={start.busy}
        onClick={start.run}
      >
        {words ?? t('run.start')}
      </button>
      <ErrorLine code={start.error} />
    </>
  );
}

/** For a key that needs a person; nothing where no run helps. */
export function StartRunFor({ view }: { view: LicenseView }) {
  const kind = view.need && KIND_OF_NEED[view.need];
  if (!kind) return null;
  const { appId, licenseId } = view;
  return <StartRun wish={{ appId, kind, licenseId, openedBy: 'reminder' }} />;
}
