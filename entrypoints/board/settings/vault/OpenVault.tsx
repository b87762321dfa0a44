import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { formatClock } from '../../../../components/words.ts';
import type { ReadableVault } from '../../../../utils/vault/safe/status.ts';
import { AddToken } from './AddToken.tsx';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { Device } from './Device.tsx';
import { ExportVault } from './ExportVault.tsx';
import { HeldItem } from './HeldItem.tsx';
import { ImportVault } from './ImportVault.tsx';
import { RemoveVault } from './RemoveVault.tsx';

interface Props {
  vault: ReadableVault;
  refresh: () => void;
}

/** The open vault: what it holds, and everything that can be done with it. */
export function OpenVault({ vault, refresh }: Props) {
  const lock = useAction(async () => {
    await ask('vault.lock', {});
    refresh();
  });
  return (
    <>
      <div class="card">
        <p>
          <strong>{t('vault.summary.open')}</strong>{' '}
          <span class="quiet">
            {vault.locksAt !== null && t('vault.locksAt', [formatClock(vault.locksAt)])}
          </span>
        </p>
        <div class="buttons">
          <button
            type="button"
            class="button"
            data-kagiban="vault-lock"
            disabled={lock.busy}
            onClick={lock.run}
          >
            {t('vault.lock')}
          </button>
        </div>
        <ErrorLine code={lock.error} />
      </div>
      {vault.items.length === 0 && <p class="quiet">{t('vault.empty')}</p>}
      {vault.items.map((item) => (
        <HeldItem key={item.id} item={item} refresh={refresh} />
      ))}
      <AddToken refresh={refresh} />
      <Device device={vault.device} refresh={refresh} />
      <ChangePassphrase kdf={vault.kdf} refresh={refresh} />
      <ExportVault />
      <ImportVault refresh={refresh} />
      <RemoveVault removed={refresh} />
    </>
  );
}
