import { describe, expect, test } from 'vitest';
import { makeSecret } from '../../../utils/model/secret.ts';
import { MINUTE } from '../../../utils/model/time.ts';
import { clipboardWatch } from '../../../utils/vault/clipboard.ts';
import { macOf } from '../../../utils/vault/mac.ts';
import { memorySession } from './memory.ts';

const KEY = 'SL123456_abcdEFGH0123A9FR';

describe('what was copied', () => {
  test('is due after a minute, in whatever life of the worker, until it is done', async () => {
    const session = memorySession();
    let now = 1_000_000;
    const wake = () => clipboardWatch(session, () => now);
    expect([await wake().due(), await wake().clearsAt()]).toEqual([null, null]);
    await wake().copied(makeSecret(KEY));
    expect(await wake().clearsAt()).toBe(now + MINUTE);
    now += MINUTE - 1;
    expect(await wake().due()).toBe(null);
    now += 1;
    const mark = await wake().due();
    expect(mark && (await macOf(crypto, mark.salt, KEY))).toBe(mark?.mac);
    expect(mark && (await macOf(crypto, mark.salt, `${KEY} `))).not.toBe(mark?.mac);
    await wake().done();
    expect(await wake().due()).toBe(null);
  });

  test('is remembered without its text, and differently each time', async () => {
    const dumps = [];
    for (const session of [memorySession(), memorySession()]) {
      await clipboardWatch(session, () => 0).copied(makeSecret(KEY));
      dumps.push(session.dump());
    }
    expect(dumps[0]).not.toBe(dumps[1]);
    for (const dump of dumps) expect(dump).not.toContain(KEY.slice(4, 20));
  });

  test('is due at once where the clock was set back', async () => {
    const session = memorySession();
    let now = 10 * MINUTE;
    const watch = clipboardWatch(session, () => now);
    await watch.copied(makeSecret(KEY));
    now = MINUTE;
    expect(await watch.due()).not.toBe(null);
  });
});
