import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { canUseDevice, makePasskey } from '../../../../components/vault/passkey.ts';
import { AppError } from '../../../../utils/model/errors.ts';
import type { Passkey } from '../../../../utils/vault/safe/crypt.ts';

interface Props {
  device: Passkey | null;
  refresh: () => void;
}

/** 指紋・顔: opens the vault instead of the passphrase, which is asked again every 14 days. */
export function Device({ device, refresh }: Props) {
  const [can, setCan] = useState<boolean | null>(null);
  useEffect(() => void canUseDevice().then(setCan), []);
  const set = useAction(async () => {
    // The browser's own errors are all the same to the person: it was declined, or it took too long.
    const made = await makePasskey(t('vault.title')).catch(() => {
      throw new AppError('permissionDenied');
    });
    if (made === null) throw new AppError('deviceNoKey');
    await ask('vault.setDevice', made);
    refresh();
  });
  const remove = useAction(async () => {
    await ask('vault.removeDevice', {});
    refresh();
  });
  return (
    <div class="card" data-kagiban="vault-device" data-set={String(device !== null)}>
      <p>
        <strong>{t('vault.device')}</strong>
      </p>
      <p class="quiet">{t(can === false && !device ? 'vault.deviceCannot' : 'vault.deviceHint')}</p>
      <div class="buttons">
        {device === null && can !== false && (
          <button
            type="button"
            class="button"
            disabled={set.busy || can === null}
            onClick={set.run}
          >
            {t('vault.deviceSet')}
          </button>
        )}
        {device !== null && (
          <button type="button" class="button" disabled={remove.busy} onClick={remove.run}>
            {t('vault.deviceRemove')}
          </button>
        )}
      </div>
      <ErrorLine code={set.error ?? remove.error} />
    </div>
  );
}
