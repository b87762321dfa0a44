import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeyButton } from '../../components/KeyButton.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import { heldName } from '../../components/vault/heldName.ts';
import { UnlockForm } from '../../components/vault/UnlockForm.tsx';
import type { HeldKeyInfo } from '../../utils/vault/safe/items.ts';
import type { ReadableVault } from '../../utils/vault/safe/status.ts';
import { openSettings } from './openSettings.ts';

export interface VaultProps {
  vault: ReadableVault;
  refresh: () => void;
}

/** 金庫 in the popup: open it, and carry a key that it holds instead of fetching it from RMS. */
export function Vault({ vault, refresh }: VaultProps) {
  if (vault.state === 'locked') return <Locked vault={vault} refresh={refresh} />;
  const keys = vault.items.filter((one) => one.kind === 'key');
  return (
    <>
      {keys.length === 0 && <p class="quiet">{t('vault.noKeys')}</p>}
      {keys.map((item) => (
        <Held key={item.id} item={item} refresh={refresh} />
      ))}
      <Lock refresh={refresh} />
    </>
  );
}

const Locked = ({ vault, refresh }: VaultProps) => (
  <>
    <UnlockForm kdf={vault.kdf} unlocked={refresh} />
    {vault.device && !vault.passphraseDue && (
      <p>
        <button type="button" class="link-button" onClick={openSettings}>
          {t('vault.deviceInTab')}
        </button>
      </p>
    )}
  </>
);

function Held({ item, refresh }: { item: HeldKeyInfo; refresh: () => void }) {
  const take = useAction(async () => {
    await ask('vault.take', { itemId: item.id });
    refresh();
  });
  return (
    <div class="inner" data-kagiban="held" data-last4={item.last4}>
      <strong>{heldName(item)}</strong>
      <div class="buttons">
        <KeyButton
          moves="vault-take"
          data={{ 'data-last4': item.last4 }}
          busy={take.busy}
          onPress={take.run}
        >
          {t('vault.take')}
        </KeyButton>
      </div>
      <ErrorLine code={take.error} />
    </div>
  );
}

function Lock({ refresh }: { refresh: () => void }) {
  const lock = useAction(async () => {
    await ask('vault.lock', {});
    refresh();
  });
  return (
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
  );
}
