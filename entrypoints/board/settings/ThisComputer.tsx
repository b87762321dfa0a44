import { browser } from 'wxt/browser';
import { ask } from '../../../components/background.ts';
import { t } from '../../../components/say.ts';
import { Switch } from '../../../components/Switch.tsx';
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
    <Switch
      name="shared-pc"
      label={t('computer.shared')}
      hint={t('computer.sharedHint')}
      on={on}
      set={set}
      words={(error) => (error === 'vaultExists' ? t('computer.sharedHasVault') : null)}
    />
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
    <Switch
      name="clear-clipboard"
      label={t('computer.clear')}
      hint={t('computer.clearHint')}
      on={on}
      set={set}
    />
  );
}
