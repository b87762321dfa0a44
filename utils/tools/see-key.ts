import { applyChange, joinChanges } from '../ledger/apply.ts';
import type { CustomTool } from '../model/custom-tool.ts';
import { AppError } from '../model/errors.ts';
import type { Ledger, LedgerChange, License } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { fieldName, type FieldName, type ToolBinding } from '../model/tool.ts';
import type { Connector } from './connectors/type.ts';
import { connectorsOf } from './custom.ts';
import { isOtherApp } from './key-owner.ts';
import type { HeldRead, ReadHeldOrder } from './page/types.ts';
import type { Look, ToolSession } from './session.ts';
import { matchShop } from './shop-match.ts';
import { recordHeld, recordTool } from './statements.ts';

/** What was found in a tool's field; `sweep.<word>` in locales/. */
export type SightWord =
  | 'seen'
  | 'unknownKey'
  | 'severalKeys'
  | 'otherShop'
  | Exclude<HeldRead['is'], 'key'>;

export interface SeenKey extends FieldName {
  sight: SightWord;
  /** The last four in the field, where there is a key. */
  last4: string | null;
}

export interface SeeDeps {
  readHeld: (look: Look, order: ReadHeldOrder) => Promise<HeldRead>;
  session: Pick<ToolSession, 'findLook'>;
  newId: () => string;
}

/** What the key fields of a page came with. */
export interface HeldInPage {
  look: Look;
  connector: Connector;
  fields: { name: FieldName; read: HeldRead }[];
}

/** Reads every key field of the page that was looked at. Throws `pageGone`, `toolUnknown`. */
export async function readHeldIn(
  { readHeld, session }: SeeDeps,
  { tabId, lookId }: { tabId: number; lookId: string },
  customTools: CustomTool[],
): Promise<HeldInPage> {
  const look = await session.findLook(tabId, lookId);
  if (look === null) throw new AppError('pageGone');
  const connector = connectorsOf(customTools).find(({ id }) => id === look.connectorId);
  if (connector === undefined) throw new AppError('toolUnknown');
  const fields: HeldInPage['fields'] = [];
  for (const { target, ...field } of look.fields.filter((one) => one.field === 'licenseKey')) {
    const order = target && { token: look.token, keyField: target };
    const read = order ? await readHeld(look, order) : ({ is: 'gone', last4: null } as const);
    fields.push({ name: fieldName(field), read });
  }
  return { look, connector, fields };
}

interface Sighting {
  page: HeldInPage;
  newId: () => string;
  now: Instant;
}

/**
 * 「いま入っているキーを確かめる」: lays the last four that stand in each field to the one key that they fit.
 * Pure, so that it is decided on the ledger as it stands when it is written.
 */
export function seeKeys(
  ledger: Ledger,
  sighting: Sighting,
): { answer: SeenKey[]; change: LedgerChange } {
  let known = ledger;
  let change: LedgerChange = {};
  const answer = sighting.page.fields.map(({ name, read }): SeenKey => {
    if (read.is !== 'key' || read.last4 === null) {
      return { ...name, sight: read.is === 'key' ? 'gone' : read.is, last4: null };
    }
    const laid = lay(known, name, read.last4, sighting);
    change = joinChanges(change, laid.change);
    known = applyChange(known, laid.change);
    return { ...name, sight: laid.sight, last4: read.last4 };
  });
  return { answer, change };
}

function lay(
  known: Ledger,
  name: FieldName,
  last4: string,
  sighting: Sighting,
): { sight: SightWord; change: LedgerChange } {
  const fitting = fittingKeys(known, last4, sighting.page);
  const [license] = fitting;
  if (license && fitting.length === 1) {
    return { sight: 'seen', change: seen(known, name, license, sighting) };
  }
  if (fitting.length > 1) return { sight: 'severalKeys', change: {} };
  const elsewhere = known.licenses.some((one) => one.last4 === last4);
  const sight = elsewhere ? 'otherShop' : 'unknownKey';
  return { sight, change: forgotten(known, name, sighting) };
}

/** Keys that the tool may take, of a shop that the page may belong to; one that RMS no longer lists too. */
function fittingKeys(known: Ledger, last4: string, { look, connector }: HeldInPage): License[] {
  const fitting = known.licenses.filter((one) => {
    if (one.last4 !== last4) return false;
    const app = known.apps.find(({ id }) => id === one.appId) ?? null;
    const names = { developer: app?.developer ?? null, app: app?.name ?? null };
    return !isOtherApp(connector, app, names) && shopOf(known, one.shopId, look) !== 'other';
  });
  const sure = fitting.filter((one) => shopOf(known, one.shopId, look) === 'same');
  return sure.length > 0 ? sure : fitting;
}

const shopOf = ({ shops, bindings }: Ledger, shopId: string, look: Look) =>
  matchShop({ names: look.shopNames, shopId, shops, bindings: hereOf(look, bindings) });

const hereOf = ({ connectorId, origin }: Look, bindings: ToolBinding[]): ToolBinding[] =>
  bindings.filter((one) => one.connectorId === connectorId && one.origin === origin);

function seen(
  known: Ledger,
  name: FieldName,
  { id: licenseId, appId }: License,
  { page: { look }, newId, now }: Sighting,
): LedgerChange {
  const here = hereOf(look, known.bindings).find((one) => one.appId === appId);
  // Without an origin: only a fill, after the person saw the domain, binds the tool to one.
  const tool = { appId, connectorId: look.connectorId, licenseId: null };
  const named = here ? {} : recordTool(known, tool, newId, now);
  const after = applyChange(known, named);
  const binding =
    here ??
    after.bindings.find((one) => one.connectorId === look.connectorId && one.appId === appId);
  if (!binding) throw new AppError('notFound');
  const key = { ...name, bindingId: binding.id, licenseId };
  return joinChanges(named, recordHeld(after, key, 'seen', newId, now));
}

/** The tool's only binding here holds a key that we do not know: what was known of it is no longer true. */
function forgotten(
  known: Ledger,
  name: FieldName,
  { page: { look }, newId, now }: Sighting,
): LedgerChange {
  const here = hereOf(look, known.bindings);
  const [binding] = here;
  if (!binding || here.length > 1) return {};
  const key = { ...name, bindingId: binding.id, licenseId: null };
  return recordHeld(known, key, 'seen', newId, now);
}
