// Somebody ended a browser's pairing: what came from colleagues goes, what it read and did itself stays.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import { MINUTE } from '../../../utils/model/time.ts';
import { answeringOf, giveAnswer } from '../../../utils/reminders/answers.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { wipeShared } from '../../../utils/sharing/wipe.ts';
import { takePlacement } from '../../../utils/tools/take-placement.ts';
import { aRow, T0 } from '../ledger/make.ts';
import { aDelivery } from '../reminders/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser as browserOf } from './support/browser.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await makeCompanion(T0);
});
afterEach(() => companion.close());

const aBrowser = (name: string) => browserOf(companion, name);
type Browser = Awaited<ReturnType<typeof aBrowser>>;
const OTHER = { digits: '654321', slug: 'shop-b', name: '店舗B' };

/** A tool with a key in it, as a fill leaves it. */
function fill({ state, change, newId }: Browser, last4: string, tool: string): void {
  const license = state.ledger.licenses.find((one) => one.last4 === last4);
  const said = {
    connectorId: tool,
    origin: `https://${tool}.test`,
    appId: license?.appId ?? '',
    shopOnTool: null,
    field: 'licenseKey' as const,
    holds: { licenseId: license?.id ?? '', how: 'saved', by: 'person', at: T0 } as const,
    works: null,
  };
  change((ledger, now) => takePlacement(ledger, said, { now, newId }) ?? {});
}

const wiped = ({ state }: Browser): Ledger => applyChange(state.ledger, wipeShared(state.ledger));
const keys = ({ licenses }: Ledger) => licenses.map(({ last4 }) => last4);

test('a shop that only colleagues read goes with all that is known of it; another stays', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.read([aRow(), aRow({ app: '在庫', last4: 'BBBB' })]);
  fill(a, 'A9FR', 'next-engine');
  a.plan();
  b.read([aRow({ last4: 'OURS' })], { shop: OTHER });
  fill(b, 'OURS', 'goqsystem');
  await a.share();
  await b.share();
  expect(keys(b.state.ledger).toSorted()).toEqual(['A9FR', 'BBBB', 'OURS']);
  expect(b.state.ledger.bindings).toHaveLength(2);
  const ours = b.state.ledger.shops.find(({ slug }) => slug === 'shop-b');
  const theirs = b.state.ledger.shops.find(({ slug }) => slug === 'shop-a');
  b.change(() => ({ policies: [groupOf([ours?.id ?? '', theirs?.id ?? ''])] }));

  const left = wiped(b);
  expect(left.shops).toEqual([ours]);
  expect(keys(left)).toEqual(['OURS']);
  expect(left.bindings.map(({ connectorId }) => connectorId)).toEqual(['goqsystem']);
  expect(left.placements).toHaveLength(1);
  expect(left.pages.every(({ shopId }) => shopId === ours?.id)).toBe(true);
  expect(left.policies).toMatchObject([{ shopIds: [ours?.id] }]);
  expect(left.fromOthers).toEqual([]);
  expect(JSON.stringify({ ...left, policies: [] })).not.toContain(theirs?.id);
  // Done again, there is nothing left to do.
  expect(wipeShared(left)).toEqual({});
  // A group that was called by its shops does not name the one that is gone.
  b.change(({ shops }) => ({
    remove: { policies: ['group'] },
    policies: [
      {
        ...groupOf(shops.map(({ id }) => id)),
        id: 'by-rules-1',
        name: shops.map(({ name }) => name).join('・'),
      },
    ],
  }));
  expect(wiped(b).policies).toMatchObject([{ name: ours?.name, shopIds: [ours?.id] }]);
});

const groupOf = (shopIds: string[]) => ({
  id: 'group',
  name: '大阪',
  shopIds,
  daysOff: [],
  holidaysOff: false,
  closed: [],
  busy: [],
  office: { from: 540, to: 1080 },
  digestAt: 570,
  routes: [],
});

test('of a shop that both read, what this browser saw itself stays', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.read([aRow(), aRow({ app: '在庫', last4: 'BBBB' }), aRow({ app: '広告', last4: 'CCCC' })]);
  await a.share();
  await b.share();
  companion.time.now += MINUTE;
  // It saw one of the three itself, filled the key of another, and its list lacks the third.
  b.read([aRow()]);
  fill(b, 'BBBB', 'goqsystem');
  expect(keys(wiped(b))).toEqual(['A9FR']);
  expect(wiped(b).shops).toHaveLength(1);
  expect(wiped(b).apps).toHaveLength(1);
  expect(wiped(b).bindings).toEqual([]);
  b.read([aRow(), aRow({ app: '在庫', last4: 'BBBB' })]);
  expect(keys(wiped(b))).toEqual(['A9FR', 'BBBB']);
  expect(wiped(b).bindings).toHaveLength(1);
});

test('a key that a colleague put into a tool of ours is not known any more, and the tool is', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  const own = aRow({ last4: 'OLDK' });
  b.read([own]);
  fill(b, 'OLDK', 'next-engine');
  await b.share();
  await a.share();
  companion.time.now += MINUTE;
  a.read([own, aRow({ last4: 'NEWK', expiresOn: '2027-05-01' })]);
  companion.time.now += MINUTE;
  a.change((ledger, now) => {
    const fresh = ledger.licenses.find(({ last4 }) => last4 === 'NEWK')?.id ?? '';
    const [placement] = ledger.placements;
    if (!placement) throw new Error('no placement');
    const holds = { licenseId: fresh, how: 'saved', by: 'person', at: now } as const;
    return { placements: [{ ...placement, holds }] };
  });
  await a.share();
  await b.share();
  const fresh = b.state.ledger.licenses.find(({ last4 }) => last4 === 'NEWK');
  expect(b.state.ledger.placements).toMatchObject([{ holds: { licenseId: fresh?.id } }]);
  expect(keys(wiped(b))).toEqual(['OLDK']);
  expect(wiped(b).placements).toMatchObject([{ holds: null }]);
  expect(JSON.stringify(wiped(b))).not.toContain(fresh?.id);
});

test('nobody is told that a matter of a forgotten key is solved, and its answers go with it', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.read([aRow({ expiresOn: '2026-12-06' })]);
  await a.share();
  await b.share();
  const place = { newId: b.newId, channels: new Map(), speaks: () => true };
  b.plan();
  const [reminder] = b.state.ledger.reminders;
  if (!reminder) throw new Error('nothing to say');
  b.change((ledger, at) =>
    giveAnswer(
      ledger,
      { topic: `end|${reminder.subjectId}`, by: '', ...answeringOf({ kind: 'acknowledge' }, at) },
      at,
    ),
  );
  b.change(() => ({ deliveries: [saidOf(reminder.id), saidOf(reminder.id, 'pending')] }));
  const left = wiped(b);
  expect([left.reminders, left.deliveries, left.answers]).toEqual([[], [], []]);
  expect(planChange(left, companion.time.now, place)).toEqual({});
});

const saidOf = (reminderId: string, state: 'sent' | 'pending' = 'sent'): Delivery =>
  aDelivery({ id: `said ${state}`, reminderIds: [reminderId], digest: true, state });

test('a meeting that was under way when the pairing ended brings nothing in any more', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.read([aRow()]);
  await a.share();
  const { ask } = b.port;
  b.port.ask = async (asked, schema) => {
    const answer = await ask(asked, schema);
    // Somebody ends it between the last answer and the writing of it.
    if (asked.path.startsWith('/v1/reminders')) {
      const { companionHeardAt: _gone, ...meta } = b.state.ledger.meta;
      b.state.ledger = { ...b.state.ledger, meta };
    }
    return answer;
  };
  await b.share();
  expect(b.state.ledger.shops).toEqual([]);
});
