import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { makeSecret, reveal } from '../../../utils/model/secret.ts';
import { openDeviceVault } from '../../../utils/vault/device.ts';

const TOKEN = 'token-that-must-not-be-seen-0123456789';

describe('the device vault', () => {
  test('gives back what it sealed, after being opened anew', async () => {
    await (await openDeviceVault()).seal('companion', makeSecret(TOKEN));
    const secret = await (await openDeviceVault()).open('companion');
    expect(secret && reveal(secret)).toBe(TOKEN);
  });

  test('stores nothing in the clear, under a key that cannot be exported', async () => {
    await (await openDeviceVault()).seal('companion', makeSecret(TOKEN));
    const db = await openDB('kagiban-device');
    const key: CryptoKey = await db.get('keys', 'device');
    expect(key.extractable).toBe(false);
    const sealed = await db.get('sealed', 'companion');
    const bytes = Buffer.concat([Buffer.from(sealed.data), Buffer.from(sealed.iv)]);
    expect(bytes.includes(Buffer.from(TOKEN))).toBe(false);
    expect(JSON.stringify(sealed)).not.toContain(TOKEN);
    db.close();
  });

  test('a sealed token moved to another name does not open', async () => {
    const vault = await openDeviceVault();
    await vault.seal('companion', makeSecret(TOKEN));
    const db = await openDB('kagiban-device');
    await db.put('sealed', { ...(await db.get('sealed', 'companion')), id: 'chatwork' });
    db.close();
    expect(await vault.open('chatwork')).toBe(null);
  });

  test('forgets', async () => {
    const vault = await openDeviceVault();
    await vault.seal('companion', makeSecret(TOKEN));
    await vault.forget('companion');
    expect(await vault.open('companion')).toBe(null);
  });
});
