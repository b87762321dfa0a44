import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeldKey } from '../../../../utils/vault/safe/items.ts';
import { reveal } from '../../../../utils/model/secret.ts';
import type { VaultRecord } from '../../../../utils/vault/safe/record.ts';
import {
  closeBrowser,
  type Computer,
  derived,
  heldKey,
  keyOf,
  LICENSE_KEY,
  newComputer,
  passkey,
  wake,
} from './world.ts';

const LONG = process.env['KAGIBAN_LONG'] === '1';
const REFUSALS = ['vaultWrongKey', 'vaultDamaged', 'vaultNewer', 'vaultNone'];

async function made(): Promise<{ computer: Computer; itemId: string }> {
  const computer = newComputer();
  const safe = wake(computer);
  await safe.create(derived('passphrase'));
  const { id: itemId } = await safe.hold(heldKey());
  await safe.setDevice({ ...passkey, key: keyOf('finger') });
  closeBrowser(computer);
  return { computer, itemId };
}

/** Unlocks in every way and takes the key out; says how each ended. */
async function tryAll(computer: Computer, itemId: string): Promise<string[]> {
  const ends: string[] = [];
  for (const word of ['unlock', 'unlockByDevice'] as const) {
    const safe = wake(computer);
    const act = async (): Promise<string> => {
      if (word === 'unlock') await safe.unlock(keyOf('passphrase'), null);
      else await safe.unlockByDevice(keyOf('finger'));
      return reveal(((await safe.take(itemId)) as HeldKey).licenseKey);
    };
    ends.push(await act().catch((error: Error) => error.message));
    closeBrowser(computer);
  }
  return ends;
}

const changed = (computer: Computer, change: (record: VaultRecord) => unknown): Computer => {
  const record = JSON.parse(computer.disk ?? '') as VaultRecord;
  return { ...computer, disk: JSON.stringify(change(record)) };
};

describe('a vault that was tampered with', () => {
  test('any one character changed: the same key or a refusal, never anything else', async () => {
    const { computer, itemId } = await made();
    const disk = computer.disk ?? '';
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: disk.length - 1 }),
        fc.constantFrom('A', 'b', '0', '7', '"', '{', '-'),
        async (at, sign) => {
          const broken = disk.slice(0, at) + sign + disk.slice(at + 1);
          const before = { ...computer, disk: broken };
          const ends = await tryAll(before, itemId).catch((error: Error) => [error.name]);
          for (const end of ends) {
            // A disk that holds no JSON at all is the store's own error.
            expect([LICENSE_KEY, 'SyntaxError', ...REFUSALS, 'notFound']).toContain(
              /JSON/.test(end) ? 'SyntaxError' : end,
            );
          }
        },
      ),
      { numRuns: LONG ? 3000 : 60, seed: 4 },
    );
  });

  test('a cut or foreign record says that it is damaged, and is left alone', async () => {
    const { computer, itemId } = await made();
    for (const disk of ['null', '[]', '{}', '{"version":1}', '"x"', '{"version":0}']) {
      const broken = { ...computer, disk };
      expect(await wake(broken).status()).toEqual({ state: 'damaged' });
      expect(new Set(await tryAll(broken, itemId))).toEqual(new Set(['vaultDamaged']));
      await expect(wake(broken).create(derived('x'))).rejects.toThrow('vaultExists');
      expect(broken.disk).toBe(disk);
    }
  });

  test('one from the future is neither read nor overwritten', async () => {
    const { computer, itemId } = await made();
    const future = changed(computer, (record) => ({ ...record, version: 2, more: {} }));
    const { disk } = future;
    expect(await wake(future).status()).toEqual({ state: 'newer' });
    expect(new Set(await tryAll(future, itemId))).toEqual(new Set(['vaultNewer']));
    await expect(wake(future).create(derived('x'))).rejects.toThrow('vaultExists');
    expect(future.disk).toBe(disk);
  });

  test('weaker parameters than the floor are refused; other ones do not open', async () => {
    const { computer, itemId } = await made();
    const withKdf = (kdf: object) => changed(computer, (record) => ({ ...record, kdf }));
    const salt = Buffer.alloc(16).toString('base64');
    const weak = [
      { name: 'argon2id', memoryKiB: 8, iterations: 1, parallelism: 1, salt },
      { name: 'pbkdf2-sha256', iterations: 1000, salt },
      { name: 'argon2id', memoryKiB: 4_000_000, iterations: 3, parallelism: 4, salt },
      { name: 'none', salt },
    ];
    for (const kdf of weak) expect(await wake(withKdf(kdf)).status()).toEqual({ state: 'damaged' });
    const other = withKdf({ name: 'pbkdf2-sha256', iterations: 600_000, salt });
    expect((await tryAll(other, itemId))[0]).toBe('vaultWrongKey');
  });

  test('what stands beside the body is authenticated: 14 days can not be won', async () => {
    const { computer, itemId } = await made();
    const later = changed(computer, (record) => ({ ...record, passphraseAt: computer.now + 1 }));
    expect(new Set(await tryAll(later, itemId))).toEqual(new Set(['vaultDamaged']));
  });

  test('an old body beside a new heading does not open', async () => {
    const { computer, itemId } = await made();
    const { body } = JSON.parse(computer.disk ?? '') as VaultRecord;
    const safe = wake(computer);
    await safe.unlock(keyOf('passphrase'), null);
    await safe.forget(itemId);
    closeBrowser(computer);
    const mixed = changed(computer, (record) => ({ ...record, body }));
    expect(new Set(await tryAll(mixed, itemId))).toEqual(new Set(['vaultDamaged']));
  });

  test('an older state put back whole is told, until a person has read it', async () => {
    const { computer, itemId } = await made();
    const old = computer.disk;
    const safe = wake(computer);
    await safe.unlock(keyOf('passphrase'), null);
    await safe.forget(itemId);
    await safe.lock();
    computer.disk = old;
    expect(await safe.status()).toMatchObject({ rolledBack: true });
    // Used on, its count passes the one that was noted; it is still not what it was.
    for (let times = 0; times < 5; times += 1) await safe.unlock(keyOf('passphrase'), null);
    expect(await safe.status()).toMatchObject({ rolledBack: true });
    await safe.acknowledge();
    expect(await safe.status()).toMatchObject({ rolledBack: false });
  });

  test('a vault that is gone is told as gone', async () => {
    const { computer } = await made();
    computer.disk = undefined;
    expect(await wake(computer).status()).toEqual({ state: 'lost' });
    await wake(computer).create(derived('new'));
    expect(await wake(computer).status()).toMatchObject({ state: 'open', rolledBack: false });
  });

  test('half of an open vault opens nothing', async () => {
    const { computer, itemId } = await made();
    await wake(computer).unlock(keyOf('passphrase'), null);
    computer.keys.clear();
    await expect(wake(computer).take(itemId)).rejects.toThrow('vaultLocked');
    expect(computer.session.dump()).toBe('[]');
  });
});
