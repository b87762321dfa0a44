import { proofOf } from '../../scripts/connectors/proof.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { fieldName } from '../../utils/model/tool.ts';
import { CONNECTORS } from '../../utils/tools/connectors/index.ts';
import type { Connector, ConnectorField } from '../../utils/tools/connectors/type.ts';
import { type Behaviour, BEHAVIOURS } from '../sites/tools/made/behaviour.ts';
import { type Markup, MARKUPS } from '../sites/tools/made/markup.ts';
import { idOf, type MadeShop, settingsPage } from '../sites/tools/made/page.ts';
import { carriedKey, KEY, SECRET } from './support/tool-ledger.ts';
import { expect, ORIGIN, test, type Tool } from './support/tool-page.ts';

// Every tool whose fields are known, on pages made from its data: the right field or a refusal, never a
// wrong field. Sampled in `npm test`; with KAGIBAN_LONG=1 every tool in every markup and behaviour.

const LONG = process.env['KAGIBAN_LONG'] === '1';
const WEB = CONNECTORS.filter(
  (connector) =>
    proofOf(connector) === 'filled' && connector.fields.some(({ kind }) => kind === 'licenseKey'),
);

const OWN: MadeShop = { name: 'サンプル商店', slug: 'sample-shop', digits: '123456' };
const OTHER: MadeShop = { name: 'よその商店', slug: 'other-shop', digits: '654321' };

/** One look at the whole, and a sample that meets each tool in several ways and each way with several tools. */
function samples(behaviour: Behaviour): [Connector, Markup][] {
  const at = BEHAVIOURS.indexOf(behaviour);
  const all = WEB.flatMap((connector, tool) =>
    MARKUPS.map((markup, way): [Connector, Markup, number] => [connector, markup, tool * 5 + way]),
  );
  return all
    .filter(([{ id }, , number]) => LONG || number % 21 === (at * 4) % 21 || isRare(id, number, at))
    .map(([connector, markup]) => [connector, markup]);
}

/** TEMPOSTAR's three fields are met in every behaviour. */
const isRare = (id: string, number: number, at: number): boolean =>
  id === 'tempostar' && number % MARKUPS.length === at % MARKUPS.length;

/** A key of the app that the tool takes. */
function carry(tool: Tool, { keyOwner, vendorWords, vendor }: Connector): CarriedInfo {
  if (keyOwner !== 'vendor-app') return carriedKey.own;
  const app = { developer: vendor ?? '提供元', name: vendorWords[0] ?? '' };
  tool.known.apps = [
    ...tool.known.apps.filter(({ id }) => id !== 'made'),
    { id: 'made', shopId: 'shop-a', owner: 'vendor', ...app },
  ];
  const [own] = tool.known.licenses;
  if (!own) throw new Error('the ledger of the tests has a key');
  tool.known.licenses = [
    ...tool.known.licenses.filter(({ id }) => id !== 'l-made'),
    { ...own, id: 'l-made', appId: 'made' },
  ];
  const info: CarriedInfo = {
    ...carriedKey.own,
    id: 'made',
    appId: 'made',
    developer: app.developer,
    app: app.name,
    licenseId: 'l-made',
  };
  tool.carried['made'] = info;
  return info;
}

const VALUES: Partial<Record<ConnectorField['kind'], string>> = {
  licenseKey: KEY,
  serviceSecret: SECRET,
  expiresOn: '2027/02/18',
};
const isKey = ({ kind }: ConnectorField): boolean => kind !== 'expiresOn';
const nameOf = ({ kind, part }: ConnectorField): string => (part ? `${kind} ${part.id}` : kind);

const EXPECTED: Partial<Record<Behaviour, string>> = {
  truncating: 'tooLong',
  rewriting: 'notTaken',
};

async function check(tool: Tool, connector: Connector, markup: Markup, behaviour: Behaviour) {
  const { fields } = connector;
  const several = behaviour === 'severalShops';
  const shops = several ? [OTHER, OWN] : [OWN];
  const { page, frame } = settingsPage({ connector, markup, behaviour, shops });
  if (frame) await tool.serve(`${ORIGIN}/made-frame`, frame);
  await tool.open(page);
  if (frame) await tool.page.frameLocator('iframe').locator('form').waitFor();
  const carryId = carry(tool, connector).id;
  const seen = await tool.look();
  expect(seen.connectorId).toBe(connector.id);
  // With several shops on one screen the page names none as its own.
  const choices = several ? await choose(tool, seen.lookId, carryId) : [];
  const outcomes = await tool.putSeen(seen, { carryId, choices, shopConfirmed: several });
  const outcome = EXPECTED[behaviour] ?? 'filled';
  expect(outcomes).toEqual(Object.fromEntries(fields.map((field) => [nameOf(field), outcome])));
  const filled = outcome === 'filled';
  const ids = fields.filter(isKey).map((field) => idOf(field, several ? 1 : 0));
  expect(await tool.holding()).toEqual(filled ? ids.sort() : []);
  const values = await formState(
    tool,
    fields.map((field) => idOf(field, several ? 1 : 0)),
  );
  const wanted = fields.map(({ kind }) => (filled ? VALUES[kind] : 'OLD'));
  expect(values, 'what the form would save').toEqual(wanted);
}

/** What the person would answer: the candidate whose surroundings name the key's shop. */
async function choose(tool: Tool, lookId: string, carryId: string) {
  const wish = { tabId: 1, lookId, carryId, originConfirmed: true, shopConfirmed: true };
  const { answer } = await tool.desk.fillIn(
    { ...wish, warningsConfirmed: true, choices: null },
    tool.known,
  );
  if (answer.kind !== 'ask') throw new Error('not asked which field');
  return answer.fields.map((question) => {
    const { candidates } = question;
    expect(candidates.map(({ near }) => near).join()).not.toContain(OTHER.name);
    const [first] = candidates;
    expect(candidates).toHaveLength(1);
    return Object.assign(fieldName(question), { candidate: first?.candidate ?? 0 });
  });
}

const formState = (tool: Tool, ids: string[]): Promise<unknown[]> =>
  (tool.page.frames().at(-1) ?? tool.page.mainFrame()).evaluate(
    (wanted) => wanted.map((id) => Reflect.get(Reflect.get(globalThis, 'madeState'), id)),
    ids,
  );

for (const behaviour of BEHAVIOURS) {
  test(`every web tool, ${behaviour}`, async ({ tool }) => {
    for (const [connector, markup] of samples(behaviour)) {
      await test.step(`${connector.id}, ${markup}`, () =>
        check(tool, connector, markup, behaviour));
    }
  });
}

test('the sample meets every tool', () => {
  const met = BEHAVIOURS.flatMap(samples).map(([{ id }]) => id);
  expect([...new Set(met)].sort()).toEqual(WEB.map(({ id }) => id).sort());
});
