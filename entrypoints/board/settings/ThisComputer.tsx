import { browser } from 'wxt/browser';
import { ask } from '../../../components/background.ts';
import { ErrorLine } from '../../../components/ErrorLine.tsx';
import { t } from '../../../components/say.ts';
import { useAction } from '../../../components/useAction.ts';
import type { StatusState } from '../../../components/useStatus.ts';
import { AppError } from '../../../utils/model/errors.ts';
import { CLIPBOARD_PERMISSIONS } from '../../../utils/vault/clipboard-permissions.ts';

/** このパソコン: is it shared, and is the clipboard cleared? */
export const ThisComputer = ({ background: { status, refresh } }: { background: StatusState }) => (
  <section aria-labelledby="computer-title" data-kagiban="computer">
    <h2 id="computer-title">{t('computer.title')}</h2>
    {status && <SharedPc on={status.sharedPc} refresh={refresh} />}
    {status && CAN_CLEAR && <ClearClipboard on={status.clearsClipboard} refresh={refresh} />}
  </section>
);

interface Props {
  on: boolean;
  refresh: () => void;
}

function SharedPc({ on, refresh }: Props) {
  const set = useAction(async (next: boolean) => {
    await ask('sharedPc.set', { on: next });
    refresh();
  });
  return (
    <div class="card">
      <label class="check">
        <input
          type="checkbox"
          name="shared-pc"
          checked={on}
          disabled={set.busy}
          onChange={(event) => {
            const next = event.currentTarget.checked;
            // It shows what is so, not what was wished.
            event.currentTarget.checked = on;
            set.run(next);
          }}
        />
        {t('computer.shared')}
        <span class="quiet">{t('computer.sharedHint')}</span>
      </label>
      {set.error === 'vaultExists' ? (
        <p role="alert">{t('computer.sharedHasVault')}</p>
      ) : (
        <ErrorLine code={set.error} />
      )}
    </div>
  );
}

/** Firefox has no page that could do it unseen. */
const CAN_CLEAR = !import.meta.env.FIREFOX;

function ClearClipboard({ on, refresh }: Props) {
  const set = useAction(async (next: boolean) => {
    if (next) {
      const yes = await browser.permissions.request({ permissions: CLIPBOARD_PERMISSIONS });
      if (!yes) throw new AppError('permissionDenied');
    }
    await ask('clipboard.set', { on: next });
    refresh();
  });
  return (
    <div class="card">
      <label class="check">
        <input
          type="checkbox"
          name="clear-clipboard"
          checked={on}
          disabled={set.busy}
          onChange={(event) => {
            const next = event.currentTarget.checked;
            event.currentTarget.checked = on;
            set.run(next);
          }}
        />
        {t('computer.clear')}
        <span class="quiet">{t('computer.clearHint')}</span>
      </label>
      <ErrorLine code={set.error} />
    </div>
  );
}
