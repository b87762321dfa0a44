import { AppError } from '../model/errors.ts';
import type { HistoryEntry, Ledger, LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import {
  fieldName,
  type FieldName,
  type Held,
  type Placement,
  sameField,
  type ToolBinding,
} from '../model/tool.ts';

/** An origin of '' = a tool that no page was seen of yet: a desktop program, or one that a person named. */
export const NO_ORIGIN = '';

type Known = Pick<Ledger, 'apps' | 'licenses' | 'bindings' | 'placements'>;

export interface HeldKey extends FieldName {
  bindingId: string;
  /** null = the person does not know: nothing is known of the field any more. */
  licenseId: string | null;
}

/** `compared` = the person copied the field's text, and it was the key (照合): seen, though not by us. */
const EVIDENCE = {
  seen: { how: 'seen', by: 'page' },
  compared: { how: 'seen', by: 'person' },
  stated: { how: 'stated', by: 'person' },
} as const;

/**
 * Which key a tool's field holds: read there on a click, compared, or said by the person. Throws
 * `notFound` for a binding that is gone or a key of another app than the tool takes.
 */
export function recordHeld(
  known: Known,
  key: HeldKey,
  evidence: keyof typeof EVIDENCE,
  newId: () => string,
  now: Instant,
): LedgerChange {
  const { bindingId, licenseId } = key;
  const { how, by } = EVIDENCE[evidence];
  const binding = bindingIn(known, bindingId);
  const license = known.licenses.find(({ id }) => id === licenseId);
  if (licenseId !== null && license?.appId !== binding.appId) throw new AppError('notFound');
  const holds: Held | null = licenseId === null ? null : { licenseId, how, by, at: now };
  const was = placementOf(known, bindingId, fieldName(key), newId);
  return {
    placements: [{ ...was, holds }],
    history: [lineOf(how, binding, licenseId, { field: key.field, by }, now)],
  };
}

/**
 * The person saw the tool work (its own test, or orders that came in), or fail. It is laid to the key that
 * the tool's fields hold; throws `notFound` where none is known to hold one.
 */
export function recordSeenWorking(
  known: Known,
  { bindingId, ok }: { bindingId: string; ok: boolean },
  now: Instant,
): LedgerChange {
  const binding = bindingIn(known, bindingId);
  const placements = known.placements.flatMap((one): Placement[] =>
    one.bindingId === bindingId && one.holds ? [seenWorking(one, one.holds, ok, now)] : [],
  );
  const licenseId = placements[0]?.holds?.licenseId;
  if (licenseId === undefined) throw new AppError('notFound');
  const detail = { ok: ok ? 1 : 0, by: 'person' };
  return { placements, history: [lineOf('toolTest', binding, licenseId, detail, now)] };
}

const seenWorking = (
  placement: Placement,
  { licenseId }: Held,
  ok: boolean,
  at: Instant,
): Placement => ({ ...placement, works: { licenseId, how: 'toolTest', by: 'person', ok, at } });

export interface NewTool {
  appId: string;
  connectorId: string;
  /** The key that it holds now, as far as the person knows. */
  licenseId: string | null;
}

/**
 * A person says that a shop uses a tool with an app's key, before anything was filled there. Said twice, it is
 * the same tool. Throws `notFound` for an app or key that the ledger does not know.
 */
export function recordTool(
  known: Known,
  { appId, connectorId, licenseId }: NewTool,
  newId: () => string,
  now: Instant,
): LedgerChange {
  const app = known.apps.find(({ id }) => id === appId);
  if (!app) throw new AppError('notFound');
  const same = known.bindings.find(
    (one) => one.connectorId === connectorId && one.appId === appId && one.shopId === app.shopId,
  );
  const binding: ToolBinding = same ?? {
    id: newId(),
    shopId: app.shopId,
    connectorId,
    origin: NO_ORIGIN,
    appId,
    shopOnTool: null,
    createdAt: now,
  };
  if (licenseId === null) return same ? {} : { bindings: [binding] };
  const after = { ...known, bindings: [...known.bindings, ...(same ? [] : [binding])] };
  const key = { bindingId: binding.id, field: 'licenseKey', licenseId } as const;
  const held = recordHeld(after, key, 'stated', newId, now);
  return { ...(same ? {} : { bindings: [binding] }), ...held };
}

export function bindingIn({ bindings }: Pick<Known, 'bindings'>, bindingId: string): ToolBinding {
  const binding = bindings.find(({ id }) => id === bindingId);
  if (!binding) throw new AppError('notFound');
  return binding;
}

const placementOf = (
  { placements }: Known,
  bindingId: string,
  name: FieldName,
  newId: () => string,
): Placement =>
  placements.find((one) => one.bindingId === bindingId && sameField(one, name)) ?? {
    id: newId(),
    bindingId,
    ...name,
    holds: null,
    works: null,
  };

const lineOf = (
  kind: 'seen' | 'stated' | 'toolTest',
  binding: ToolBinding,
  licenseId: string | null,
  detail: HistoryEntry['detail'],
  now: Instant,
): HistoryEntry => ({
  at: now,
  kind,
  shopId: binding.shopId,
  subjectId: licenseId ?? binding.appId,
  detail: { tool: binding.connectorId, ...detail },
});
