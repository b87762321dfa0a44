import { useRef } from 'preact/hooks';
import { taken } from '../../../../components/taken.ts';
import { deriveNew } from '../../../../components/vault/derive.ts';
import type { DerivedKey } from '../../../../utils/messages/protocol.ts';
import { AppError } from '../../../../utils/model/errors.ts';
import { isWeak } from '../../../../utils/vault/safe/passphrase.ts';

/** The two fields of a new passphrase, and what it becomes. Both are emptied as they are read. */
export function useNewPassphrase() {
  const first = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  /** Throws `passphraseDiffers`, `passphraseWeak`. */
  const derive = async (): Promise<DerivedKey> => {
    const [passphrase, repeated] = [taken(first.current), taken(again.current)];
    if (passphrase !== repeated) throw new AppError('passphraseDiffers');
    if (isWeak(passphrase)) throw new AppError('passphraseWeak');
    return deriveNew(passphrase);
  };
  return { first, again, derive };
}
