import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOW } from '../keytest/cases.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { ask, pairedPerson, type Person } from './support/person.ts';

describeOnBoth('the calendar', ({ settings, open }) => {
  let companion: TestCompanion;
  let person: Person;
  let shopId: string;
  beforeEach(async () => {
    companion = await makeCompanion(NOW, { database: await open(await settings()) });
    person = await pairedPerson(companion);
    const licenses = [
      aRow({ app: 'ネクスト,エンジン\r\nX-EVIL:1', last4: 'A9FR', expiresOn: '2027-02-01' }),
      aRow({ app: '日付なし', last4: 'IANT', expiresOn: null }),
    ];
    const body = { id: 'r', shopId: null, sentAt: NOW, reading: aReading({ at: NOW, licenses }) };
    shopId = (await person.ask('takeReading', { body })).body.shopId;
  });
  afterEach(() => companion.close());

  test('shows the days, and no key, not even last4; ended, it shows nothing', async () => {
    const { body: link } = await person.ask('addCalendarLink', { body: { shopId } });
    const token = link.path.split('=')[1];
    const response = await companion.call(link.path, { method: 'GET' });
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = (await response.text()).replaceAll('\r\n ', '');
    expect(text).toContain('DTSTART;VALUE=DATE:20270201\r\n');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).not.toMatch(/A9FR|IANT|^X-EVIL/m);
    expect((await person.ask('calendarLinks', { query: { shop: shopId } })).body.links).toEqual([
      { id: link.id, createdAt: NOW },
    ]);
    expect(companion.onDisk() + companion.lines.join('')).not.toContain(token);

    expect((await person.ask('removeCalendarLink', { id: link.id })).status).toBe(204);
    expect((await ask(companion, 'calendar', { query: { token } })).code).toBe('linkUnknown');
    expect((await person.ask('removeCalendarLink', { id: link.id })).code).toBe('linkUnknown');
  });

  test('its token opens nothing else, and no other token opens it', async () => {
    const { body: link } = await person.ask('addCalendarLink', { body: { shopId } });
    const token = link.path.split('=')[1];
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(companion, 'shops', { headers })).code).toBe('tokenUnknown');
    expect((await ask(companion, 'calendar', { query: { token: person.token } })).code).toBe(
      'linkUnknown',
    );
  });
});
