import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { StatusState } from '../../../../components/useStatus.ts';
import { UnlockForm } from '../../../../components/vault/UnlockForm.tsx';
import type { VaultStatus } from '../../../../utils/vault/safe/status.ts';
import { OpenVault } from './OpenVault.tsx';
import { RemoveVault } from './RemoveVault.tsx';
import { SetUpVault } from './SetUpVault.tsx';
import { UnlockByDevice } from './UnlockByDevice.tsx';

/** 金庫: keys are kept only where somebody asks for it. */
export const VaultSection = ({ background: { status, refresh } }: { background: StatusState }) => (
  <section
    aria-labelledby="vault-title"
    data-kagiban="vault"
    data-state={status?.vault.state ?? 'unknown'}
  >
    <h2 id="vault-title">{t('vault.title')}</h2>
    <p class="quiet">{t('vault.intro')}</p>
    {status && status.sharedPc && <Notice level="waiting">{t('vault.notOnShared')}</Notice>}
    {status && !status.sharedPc && <ByState vault={status.vault} refresh={refresh} />}
  </section>
);

interface Props {
  vault: VaultStatus;
  refresh: () => void;
}

function ByState({ vault, refresh }: Props) {
  if (vault.state === 'none') return <SetUpVault made={refresh} />;
  if (vault.state === 'lost') {
    return (
      <>
        <Notice level="urgent">{t('vault.lost')}</Notice>
        <SetUpVault made={refresh} />
      </>
    );
  }
  if (vault.state === 'damaged' || vault.state === 'newer') {
    return (
      <>
        <ErrorLine code={vault.state === 'newer' ? 'vaultNewer' : 'vaultDamaged'} />
        <RemoveVault removed={refresh} />
      </>
    );
  }
  return (
    <>
      {vault.rolledBack && <RolledBack read={refresh} />}
      {vault.state === 'open' ? (
        <OpenVault vault={vault} refresh={refresh} />
      ) : (
        <div class="card">
          <p>
            <strong>{t('vault.summary.locked')}</strong>
          </p>
          {vault.passphraseDue && <p class="quiet">{t('vault.passphraseDue')}</p>}
          {vault.device && !vault.passphraseDue && (
            <UnlockByDevice passkey={vault.device} unlocked={refresh} />
          )}
          <UnlockForm kdf={vault.kdf} unlocked={refresh} />
          <RemoveVault removed={refresh} />
        </div>
      )}
    </>
  );
}

function RolledBack({ read }: { read: () => void }) {
  const acknowledge = useAction(async () => {
    await ask('vault.acknowledge', {});
    read();
  });
  return (
    <Notice level="urgent" role="alert" data={{ 'data-kagiban': 'vault-rolled-back' }}>
      {t('vault.rolledBack')}
      <div>
        <button type="button" class="button" onClick={acknowledge.run}>
          {t('vault.rolledBackRead')}
        </button>
      </div>
      <ErrorLine code={acknowledge.error} />
    </Notice>
  );
}
