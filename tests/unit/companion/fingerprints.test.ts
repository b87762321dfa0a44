import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOW } from '../keytest/cases.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { pairedPerson, type Person } from './support/person.ts';

const mac = (letter: string): string => `${letter.repeat(43)}=`;

describeOnBoth('what a key is known again by', ({ settings, open }) => {
  let companion: TestCompanion;
  let people: Person[];
  let shopId: string;
  beforeEach(async () => {
    companion = await makeCompanion(NOW, { database: await open(await settings()) });
    people = [await pairedPerson(companion), await pairedPerson(companion, { person: '佐藤' })];
    shopId = await shopOf('123456');
  });
  afterEach(() => companion.close());

  const [first, second] = [(): Person => people[0] as Person, (): Person => people[1] as Person];
  const shopOf = async (digits: string): Promise<string> => {
    const shop = { digits, slug: null, name: '店舗' };
    const reading = aReading({ at: NOW, shop, licenses: [aRow()] });
    const body = { id: `r${digits}`, shopId: null, sentAt: NOW, reading };
    return (await first().ask('takeReading', { body })).body.shopId;
  };
  const keyFor = async (person: Person, id = shopId) =>
    (await person.ask('fingerprintKey', { body: { shopId: id } })).body as {
      id: string;
      key: string;
    };
  const licenses = async () =>
    (await second().ask('licenses', { query: { shop: shopId } })).body.licenses as {
      id: string;
      fingerprint?: object;
    }[];

  test('every browser of a shop gets the same, whoever asks first; another shop has another', async () => {
    const asked = [0, 1, 0, 1, 0, 1].map((n) => keyFor(people[n] as Person));
    const keys = await Promise.all(asked);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1);
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    const other = await keyFor(first(), await shopOf('654321'));
    expect(other.key).not.toBe(keys[0]?.key);
    const seen = companion.lines.join('') + companion.onDisk();
    expect(seen).not.toContain(keys[0]?.key);
  });

  test('one that a colleague was given in between is not taken for one that is lost', async () => {
    const { sealedSecret } = companion.store;
    let theirs: object | null = null;
    companion.store.sealedSecret = async (...about) => {
      const found = await sealedSecret(...about);
      if (found === null && theirs === null) {
        theirs = {};
        theirs = await keyFor(second());
      }
      return found;
    };
    expect(await keyFor(first())).toEqual(theirs);
    expect(await keyFor(second())).toEqual(theirs);
  });

  test('one of a known key under it is taken and told; any other is not', async () => {
    const { id: hmacKeyId } = await keyFor(first());
    const [license] = await licenses();
    const say = (licenseId: string, fingerprint: { hmacKeyId: string; mac: string }) =>
      first().ask('takeFingerprints', {
        body: { shopId, fingerprints: [{ licenseId, fingerprint }] },
      });
    const id = license?.id ?? '';
    expect((await say(id, { hmacKeyId: 'another', mac: mac('A') })).status).toBe(200);
    expect((await say('nobody', { hmacKeyId, mac: mac('A') })).status).toBe(200);
    expect((await licenses()).map((one) => one.fingerprint)).toEqual([undefined]);
    await say(id, { hmacKeyId, mac: mac('B') });
    expect((await licenses()).map((one) => one.fingerprint)).toEqual([
      { hmacKeyId, mac: mac('B') },
    ]);
  });

  test('one that the master key does not open any more is replaced', async () => {
    const before = await keyFor(first());
    await companion.store.setSecret(shopId, 'fingerprint:key', 'nothing that opens');
    const after = await keyFor(second());
    expect(after.key).not.toBe(before.key);
    expect(await keyFor(first())).toEqual(after);
  });
});
