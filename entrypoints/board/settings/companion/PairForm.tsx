import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { TextField } from '../../../../components/TextField.tsx';
import { useAction } from '../../../../components/useAction.ts';
import { AppError } from '../../../../utils/model/errors.ts';
import { companionAddress } from './companionAddress.ts';

/** Address, code, the person and this device; access to that one origin is asked for at the click. */
export function PairForm({ paired }: { paired: () => void }) {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [person, setPerson] = useState('');
  const [device, setDevice] = useState('');
  const pair = useAction(async () => {
    const { origin, pattern } = companionAddress(address);
    // First, and without awaiting anything before: the browser asks only within the click.
    const allowed = await browser.permissions.request({ origins: [pattern] });
    if (!allowed) throw new AppError('permissionDenied');
    await ask('companion.pair', {
      address: origin,
      code: code.trim(),
      person: person.trim(),
      device: device.trim(),
    });
    setCode('');
    paired();
  });
  return (
    <form
      class="card pair"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        pair.run();
      }}
    >
      <TextField
        label={t('board.companionAddress')}
        hint={t('board.companionAddressHint')}
        type="url"
        maxLength={200}
        value={address}
        onValue={setAddress}
      />
      <TextField
        label={t('board.companionCode')}
        mono
        maxLength={64}
        value={code}
        onValue={setCode}
      />
      <TextField
        label={t('board.companionPerson')}
        hint={t('board.companionPersonHint')}
        maxLength={60}
        value={person}
        onValue={setPerson}
      />
      <TextField
        label={t('board.companionDevice')}
        hint={t('board.companionDeviceHint')}
        maxLength={60}
        value={device}
        onValue={setDevice}
      />
      <div>
        <button type="submit" class="button primary" disabled={pair.busy}>
          {t(pair.busy ? 'board.pairing' : 'board.pair')}
        </button>
      </div>
      <ErrorLine code={pair.error} />
    </form>
  );
}
