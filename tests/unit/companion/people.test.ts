// Who is paired with a companion, as a browser shows it: ending a browser, and a colleague who leaves.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endBrowser, peopleThere, personLeaves } from '../../../utils/sharing/people.ts';
import { T0 } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser } from './support/browser.ts';
import { pairedPerson } from './support/person.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await makeCompanion(T0);
});
afterEach(() => companion.close());

test('people are shown with the browsers that still work, ourselves first', async () => {
  await pairedPerson(companion, { person: '佐藤', device: '倉庫' });
  await pairedPerson(companion, { person: '佐藤', device: '自宅' });
  const { port } = await aBrowser(companion, '島田');
  const people = await peopleThere(port);
  expect(people.map(({ name, self, browsers }) => [name, self, browsers.length])).toEqual([
    ['島田', true, 1],
    ['佐藤', false, 2],
  ]);
  const [home] = people[1]?.browsers.filter(({ name }) => name === '自宅') ?? [];
  await endBrowser(port, home?.id ?? '');
  const left = await peopleThere(port);
  expect(left[1]?.browsers.map(({ name }) => name)).toEqual(['倉庫']);
  await expect(endBrowser(port, home?.id ?? '')).rejects.toThrow('companionPerson');
});

test('one who leaves is not shown any more, and cannot leave twice; without browsers one is still there', async () => {
  const sato = await pairedPerson(companion, { person: '佐藤' });
  const { port } = await aBrowser(companion, '島田');
  const [self, leaver] = await peopleThere(port);
  if (!self || !leaver) throw new Error('two people were paired');
  await endBrowser(port, sato.id);
  expect((await peopleThere(port))[1]).toEqual({ ...leaver, browsers: [] });
  const said = { personId: leaver.id, to: self.id };
  expect(await personLeaves(port, said)).toEqual({ revokedDevices: 0, handedOver: 0 });
  expect(await peopleThere(port)).toEqual([self]);
  await expect(personLeaves(port, said)).rejects.toThrow('companionPerson');
});
