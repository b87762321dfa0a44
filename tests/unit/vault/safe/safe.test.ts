import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSecret, reveal } from '../../../../utils/model/secret.ts';
import { DAY, HOUR, MINUTE } from '../../../../utils/model/time.ts';
import type { HeldKey } from '../../../../utils/vault/safe/items.ts';
import type { Safe } from '../../../../utils/vault/safe/safe.ts';
import {
  closeBrowser,
  type Computer,
  derived,
  heldKey,
  keyOf,
  LICENSE_KEY,
  newComputer,
  passkey,
  SERVICE_SECRET,
  wake,
} from './world.ts';

const LONG = process.env['KAGIBAN_LONG'] === '1';

async function made(): Promise<{ computer: Computer; safe: Safe; itemId: string }> {
  const computer = newComputer();
  const safe = wake(computer);
  await safe.create(derived('passphrase'));
  const { id: itemId } = await safe.hold(heldKey());
  return { computer, safe, itemId };
}
const state = async (safe: Safe) => (await safe.status()).state;
const keyIn = async (safe: Safe, itemId: string): Promise<string> =>
  reveal(((await safe.take(itemId)) as HeldKey).licenseKey);

describe('the vault', () => {
  test('is not there until somebody asks for it', async () => {
    const safe = wake(newComputer());
    expect(await safe.status()).toEqual({ state: 'none' });
    await expect(safe.hold(heldKey())).rejects.toThrow('vaultNone');
  });

  test('gives back what was put in, in another life of the worker', async () => {
    const { computer, itemId } = await made();
    const held = (await wake(computer).take(itemId)) as HeldKey;
    expect(reveal(held.licenseKey)).toBe(LICENSE_KEY);
    expect(held.serviceSecret && reveal(held.serviceSecret)).toBe(SERVICE_SECRET);
  });

  test('tells what it holds without the keys, and nothing at all while it is locked', async () => {
    const { safe } = await made();
    const open = await safe.status();
    expect(open).toMatchObject({ state: 'open', items: [{ last4: 'A9FR', hasSecret: true }] });
    expect(JSON.stringify(open)).not.toContain(LICENSE_KEY.slice(0, 12));
    await safe.lock();
    expect(await safe.status()).toMatchObject({ state: 'locked', items: [], locksAt: null });
    await expect(safe.hold(heldKey())).rejects.toThrow('vaultLocked');
  });

  test('lies nowhere in the clear, neither open nor locked', async () => {
    const { computer } = await made();
    const lying = `${computer.disk} ${computer.session.dump()} ${JSON.stringify(computer.seen)}`;
    for (const part of [LICENSE_KEY, SERVICE_SECRET, 'A9FR', '自店舗利用']) {
      expect(lying).not.toContain(part);
      expect(lying).not.toContain(Buffer.from(part).toString('base64').slice(0, -4));
    }
    for (const key of computer.keys.values()) expect(key.extractable).toBe(false);
  });

  test('locks when the browser is closed', async () => {
    const { computer, itemId } = await made();
    closeBrowser(computer);
    const safe = wake(computer);
    expect(await state(safe)).toBe('locked');
    expect(computer.keys.size).toBe(0);
    await safe.unlock(keyOf('passphrase'), null);
    expect(await keyIn(safe, itemId)).toBe(LICENSE_KEY);
  });

  test('stays locked where it cannot be written that the passphrase was given', async () => {
    const { computer } = await made();
    closeBrowser(computer);
    const safe = wake(computer);
    computer.diskIsFull = true;
    await expect(safe.unlock(keyOf('passphrase'), null)).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
    expect(await state(safe)).toBe('locked');
    expect(computer.keys.size).toBe(0);
    computer.diskIsFull = false;
    await safe.unlock(keyOf('passphrase'), null);
    expect(await state(safe)).toBe('open');
  });

  test('opens by no other passphrase', async () => {
    const { computer } = await made();
    closeBrowser(computer);
    const safe = wake(computer);
    await expect(safe.unlock(keyOf('Passphrase'), null)).rejects.toThrow('vaultWrongKey');
    expect(await state(safe)).toBe('locked');
  });

  test('a changed passphrase rewraps one key: fingerprint and content stay', async () => {
    const { computer, safe, itemId } = await made();
    await safe.setDevice({ ...passkey, key: keyOf('finger') });
    await expect(safe.changePassphrase(keyOf('x'), derived('new'))).rejects.toThrow(
      'vaultWrongKey',
    );
    await safe.changePassphrase(keyOf('passphrase'), derived('new'));
    await safe.lock();
    await expect(safe.unlock(keyOf('passphrase'), null)).rejects.toThrow('vaultWrongKey');
    await wake(computer).unlock(keyOf('new'), null);
    await safe.lock();
    await safe.unlockByDevice(keyOf('finger'));
    expect(await keyIn(safe, itemId)).toBe(LICENSE_KEY);
  });

  test('parameters are raised at an unlock, with the same passphrase', async () => {
    const { safe } = await made();
    await safe.lock();
    const raised = derived('passphrase');
    await safe.unlock(keyOf('passphrase'), raised);
    expect(await safe.status()).toMatchObject({ kdf: raised.kdf });
    await safe.lock();
    await safe.unlock(keyOf('passphrase'), null);
    expect(await state(safe)).toBe('open');
  });

  test('the fingerprint opens it for 14 days, then the passphrase is asked', async () => {
    const { computer, safe } = await made();
    await expect(safe.unlockByDevice(keyOf('finger'))).rejects.toThrow('vaultWrongKey');
    await safe.setDevice({ ...passkey, key: keyOf('finger') });
    await expect(safe.unlockByDevice(keyOf('other'))).rejects.toThrow('vaultWrongKey');
    computer.now += 14 * DAY - 1;
    await safe.unlockByDevice(keyOf('finger'));
    // That it was opened by fingerprint does not put the passphrase off.
    computer.now += 1;
    await safe.lock();
    expect(await safe.status()).toMatchObject({ passphraseDue: true });
    await expect(safe.unlockByDevice(keyOf('finger'))).rejects.toThrow('vaultPassphraseDue');
    await safe.unlock(keyOf('passphrase'), null);
    await safe.lock();
    await safe.unlockByDevice(keyOf('finger'));
    // A clock that was set back gives no days.
    computer.now -= DAY;
    await expect(safe.unlockByDevice(keyOf('finger'))).rejects.toThrow('vaultPassphraseDue');
  });

  test('the passkey is forgotten', async () => {
    const { safe } = await made();
    await safe.setDevice({ ...passkey, key: keyOf('finger') });
    await safe.removeDevice();
    await safe.lock();
    await expect(safe.unlockByDevice(keyOf('finger'))).rejects.toThrow('vaultWrongKey');
  });

  test('the same key is held once; a token by its name', async () => {
    const { safe } = await made();
    await safe.hold(heldKey());
    const token = (chatworkToken: string) =>
      ({
        kind: 'token',
        service: 'chatwork',
        name: '店長',
        values: { chatworkToken: makeSecret(chatworkToken) },
      }) as const;
    await safe.hold(token('a'));
    const { id } = await safe.hold(token('b'));
    const held = await safe.take(id);
    expect(
      held.kind === 'token' && held.values.chatworkToken && reveal(held.values.chatworkToken),
    ).toBe('b');
    const status = await safe.status();
    expect('items' in status && status.items.map(({ kind }) => kind)).toEqual(['key', 'token']);
  });

  test('removed is removed, and another can be made', async () => {
    const { computer, safe } = await made();
    await expect(safe.create(derived('other'))).rejects.toThrow('vaultExists');
    await safe.remove();
    expect([computer.disk, computer.seen, computer.keys.size]).toEqual([undefined, null, 0]);
    expect(await state(safe)).toBe('none');
    await safe.create(derived('other'));
    expect(await safe.status()).toMatchObject({ state: 'open', items: [] });
  });
});

describe('the lock', () => {
  /** Written from the rule, not from the code: 30 unused minutes, 12 hours in all, no clock set back. */
  function isOpenByRule(unlocked: number, used: number, now: number): boolean {
    return now - used < 30 * MINUTE && now - unlocked < 12 * HOUR && now >= used - 5 * MINUTE;
  }

  test('closes by the clock on the wall, whatever the worker lived through', async () => {
    const step = fc.record({
      by: fc.oneof(
        fc.integer({ min: 0, max: 35 * MINUTE }),
        fc.integer({ min: -20 * MINUTE, max: 0 }),
      ),
      does: fc.constantFrom('use', 'look', 'die', 'sweep'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { computer, safe: first, itemId } = await made();
        let safe = first;
        const unlocked = computer.now;
        let used = computer.now;
        let open = true;
        for (const { by, does } of steps) {
          computer.now += by;
          if (does === 'die') safe = wake(computer);
          else {
            open &&= isOpenByRule(unlocked, used, computer.now);
            if (does === 'look') expect(await state(safe)).toBe(open ? 'open' : 'locked');
            if (does === 'sweep') expect((await safe.sweep()) !== null).toBe(open);
            if (does === 'use') {
              expect(await keyIn(safe, itemId).catch(() => null)).toBe(open ? LICENSE_KEY : null);
              if (open) used = computer.now;
            }
          }
        }
      }),
      { numRuns: LONG ? 500 : 25 },
    );
  });
});
