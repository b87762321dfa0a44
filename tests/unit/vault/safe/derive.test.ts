import { argon2Sync, pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deriveKey, hasWasm, keyOfPrf } from '../../../../utils/vault/safe/derive.ts';
import { freshKdf, isBelowToday, kdfText } from '../../../../utils/vault/safe/kdf.ts';
import { kdfSchema, keyTextSchema } from '../../../../utils/vault/safe/kdf.schema.ts';
import { isWeak } from '../../../../utils/vault/safe/passphrase.ts';

const salt = Buffer.alloc(16, 3).toString('base64');
const SMALLEST = {
  name: 'argon2id',
  memoryKiB: 19 * 1024,
  iterations: 2,
  parallelism: 1,
  salt,
} as const;

describe('a passphrase becomes a key', () => {
  test('Argon2id, as Node computes it', async () => {
    const nonce = Buffer.from(salt, 'base64');
    const { memoryKiB: memory, iterations: passes, parallelism } = SMALLEST;
    const how = { message: '合言葉 passphrase', nonce, parallelism, tagLength: 32, memory, passes };
    const key = await deriveKey(SMALLEST, '合言葉 passphrase');
    expect(key).toBe(argon2Sync('argon2id', how).toString('base64'));
    expect(keyTextSchema.safeParse(key).success).toBe(true);
  });

  test('PBKDF2, as Node computes it', async () => {
    const kdf = { name: 'pbkdf2-sha256', iterations: 600_000, salt } as const;
    const own = pbkdf2Sync('secret words', Buffer.from(salt, 'base64'), 600_000, 32, 'sha256');
    expect(await deriveKey(kdf, 'secret words')).toBe(own.toString('base64'));
  });

  test('the same letters typed full-width make the same key', async () => {
    const how = [SMALLEST, 'ｐａｓｓ　ガギグ'] as const;
    expect(await deriveKey(...how)).toBe(await deriveKey(SMALLEST, 'pass ｶﾞｷﾞｸﾞ'));
  });

  test("a fingerprint's answer makes a key of its own", async () => {
    const answer = new Uint8Array(32).fill(1).buffer;
    const key = await keyOfPrf(answer);
    expect(keyTextSchema.safeParse(key).success).toBe(true);
    expect(key).not.toBe(Buffer.from(answer).toString('base64'));
    expect(await keyOfPrf(answer)).toBe(key);
  });
});

describe('the parameters', () => {
  test("today's are Argon2id with 64 MiB, 3 passes, 4 lanes, and a salt of their own", () => {
    const kdf = freshKdf(crypto, hasWasm());
    expect(kdf).toMatchObject({
      name: 'argon2id',
      memoryKiB: 65_536,
      iterations: 3,
      parallelism: 4,
    });
    expect(kdf.salt).not.toBe(freshKdf(crypto, true).salt);
    expect(kdfSchema.safeParse(kdf).success).toBe(true);
    expect(isBelowToday(kdf, true)).toBe(false);
  });

  test('without WebAssembly it is PBKDF2 with 600,000 rounds, raised where there is some', () => {
    const kdf = freshKdf(crypto, false);
    expect(kdf).toMatchObject({ name: 'pbkdf2-sha256', iterations: 600_000 });
    expect([isBelowToday(kdf, false), isBelowToday(kdf, true)]).toEqual([false, true]);
    expect([isBelowToday(SMALLEST, true), isBelowToday(SMALLEST, false)]).toEqual([true, false]);
  });

  test('no two of them are written alike', () => {
    const writings = [SMALLEST, { ...SMALLEST, parallelism: 2 }, freshKdf(crypto, false)].map(
      kdfText,
    );
    expect(new Set(writings).size).toBe(3);
  });
});

test.each([
  ['himitsu', true],
  ['aaaaaaaaaaaaaaaaaa', true],
  ['ababababababab', true],
  ['correct horse battery', false],
  ['ひみつのことばをならべる', false],
])('%s is weak: %s', (passphrase, weak) => expect(isWeak(passphrase)).toBe(weak));
