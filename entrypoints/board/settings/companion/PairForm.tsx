import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../../components/background.ts';
import { ErrorLine } from '../../../components/ErrorLine.tsx';
import { t } from '../../../components/say.ts';
import { useAction } from '../../../components/useAction.ts';
import { AppError } from '../../../utils/model/errors.ts';
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
      <label>
        {t('board.companionAddress')}
        <input
          type="url"
          required
          maxLength={200}
          value={address}
          aria-describedby="address-hint"
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <span class="quiet" id="address-hint">
          {t('board.companionAddressHint')}
        </span>
      </label>
      <label>
        {t('board.companionCode')}
        <input
          type="text"
          class="mono"
          required
          maxLength={64}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      <label>
        {t('board.companionPerson')}
        <input
          type="text"
          required
          maxLength={60}
          value={person}
          aria-describedby="person-hint"
          onInput={(event) => setPerson(event.currentTarget.value)}
        />
        <span class="quiet" id="person-hint">
          {t('board.companionPersonHint')}
        </span>
      </label>
      <label>
        {t('board.companionDevice')}
        <input
          type="text"
          required
          maxLength={60}
          value={device}
          aria-describedby="device-hint"
          onInput={(event) => setDevice(event.currentTarget.value)}
        />
        <span class="quiet" id="device-hint">
          {t('board.companionDeviceHint')}
        </span>
      </label>
      <div>
        <button type="submit" class="button primary" disabled={pair.busy}>
          {t(pair.busy ? 'board.pairing' : 'board.pair')}
        </button>
      </div>
      <ErrorLine code={pair.error} />
    </form>
  );
}
