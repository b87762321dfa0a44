import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSecret, reveal } from '../../../../utils/model/secret.ts';
import { kdfOfFile } from '../../../../utils/vault/safe/file.ts';
import type { Held, HeldKey } from '../../../../utils/vault/safe/items.ts';
import { derived, heldKey, keyOf, LICENSE_KEY, newComputer, wake } from './world.ts';

const LONG = process.env['KAGIBAN_LONG'] === '1';
const as = (item: Held): Held => item;

async function exported(): Promise<{ text: string; kdf: object }> {
  const safe = wake(newComputer());
  await safe.create(derived('passphrase'));
  await safe.hold(heldKey());
  await safe.hold({
    kind: 'token',
    service: 'zendesk',
    name: 'サポート',
    values: { zendeskSubdomain: makeSecret('shop-a'), zendeskToken: makeSecret('z-token') },
  });
  const by = derived('for the file');
  return { text: await safe.exportFile(by), kdf: by.kdf };
}

async function other() {
  const safe = wake(newComputer());
  await safe.create(derived('elsewhere'));
  return safe;
}

describe('the file of a vault', () => {
  test('is taken into another vault by its own passphrase, once', async () => {
    const { text, kdf } = await exported();
    expect(kdfOfFile(text)).toEqual(kdf);
    const safe = await other();
    expect(await safe.importFile(text, keyOf('for the file'), as)).toBe(2);
    expect(await safe.importFile(text, keyOf('for the file'), as)).toBe(0);
    const status = await safe.status();
    const [key] = 'items' in status ? status.items : [];
    const taken = (await safe.take(key?.id ?? '')) as HeldKey;
    expect(reveal(taken.licenseKey)).toBe(LICENSE_KEY);
  });

  test('has nothing in the clear, not even names', async () => {
    const { text } = await exported();
    for (const part of [LICENSE_KEY, 'A9FR', '自店舗利用', 'サポート', 'z-token']) {
      expect(text).not.toContain(part);
    }
  });

  test('opens by no other passphrase, and to a locked vault not at all', async () => {
    const { text } = await exported();
    const safe = await other();
    await expect(safe.importFile(text, keyOf('passphrase'), as)).rejects.toThrow('vaultWrongKey');
    await safe.lock();
    await expect(safe.importFile(text, keyOf('for the file'), as)).rejects.toThrow('vaultLocked');
    await expect(safe.exportFile(derived('x'))).rejects.toThrow('vaultLocked');
  });

  test('changed in one character, it is refused and changes nothing', async () => {
    const { text } = await exported();
    const safe = await other();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('A', '1', '}', 'z'),
        async (at, sign) => {
          fc.pre(text[at] !== sign);
          const broken = text.slice(0, at) + sign + text.slice(at + 1);
          // The last sign of a base64 text may differ where its bits are not used: then it is the same file.
          const end = await safe
            .importFile(broken, keyOf('for the file'), as)
            .catch((error: Error) => error.message);
          if (typeof end === 'string')
            expect(['badFile', 'vaultWrongKey', 'vaultNewer']).toContain(end);
        },
      ),
      { numRuns: LONG ? 2000 : 60, seed: 5 },
    );
  });

  test.each([
    ['no JSON', 'hello', 'badFile'],
    ['null', 'null', 'badFile'],
    ['a file of taught tools', '{"kagiban":"tools","version":1,"tools":[]}', 'badFile'],
    ['of the future', '{"kagiban":"vault","version":2}', 'vaultNewer'],
    ['three megabytes', `"${'x'.repeat(3_000_000)}"`, 'badFile'],
  ])('%s', async (_name, text, code) => {
    expect(() => kdfOfFile(text)).toThrow(code);
    await expect((await other()).importFile(text, keyOf('x'), as)).rejects.toThrow(code);
  });

  test('parameters that would hang the computer, or protect nothing, are refused before they are used', async () => {
    const { text } = await exported();
    for (const [from, to] of [
      ['"memoryKiB":65536', '"memoryKiB":4194304'],
      ['"memoryKiB":65536', '"memoryKiB":1024'],
      ['"iterations":3', '"iterations":100000'],
    ] as const) {
      expect(text).toContain(from);
      expect(() => kdfOfFile(text.replace(from, to))).toThrow('badFile');
    }
  });
});
