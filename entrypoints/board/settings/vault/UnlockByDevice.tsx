import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import { askPasskey } from '../../../../components/vault/passkey.ts';
import { AppError } from '../../../../utils/model/errors.ts';
import type { Passkey } from '../../../../utils/vault/safe/crypt.ts';

interface Props {
  passkey: Passkey;
  unlocked: () => void;
}

/** 指紋・顔で開ける. Declined, or asked of another device: the passphrase still opens it. */
export function UnlockByDevice({ passkey, unlocked }: Props) {
  const unlock = useAction(async () => {
    const key = await askPasskey(passkey).catch(() => {
      throw new AppError('permissionDenied');
    });
    if (key === null) throw new AppError('deviceNoKey');
    await ask('vault.unlockDevice', { key });
    unlocked();
  });
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          data-kagiban="vault-unlock-device"
          disabled={unlock.busy}
          onClick={unlock.run}
        >
          {t('vault.unlockByDevice')}
        </button>
      </div>
      <ErrorLine code={unlock.error} />
    </>
  );
}
