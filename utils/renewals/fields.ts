import type { Ledger } from '../model/ledger.ts';
import {
  fieldName,
  type FieldName,
  type Placement,
  sameField,
  type ToolBinding,
} from '../model/tool.ts';
import { keyFieldsOf } from './tool-facts.ts';

/** One field of a tool that a run has to prove. `placement` null = nothing was ever known of it. */
export interface FieldToProve {
  binding: ToolBinding;
  name: FieldName;
  placement: Placement | null;
}

type Tools = Pick<Ledger, 'bindings' | 'placements'>;

/**
 * Every field that takes this app's key, tool by tool, always in the same order: several runs in one sitting
 * then visit each tool once. A field that the tool has and of which nothing is known counts as well
 * (TEMPOSTAR has three): it must not make the tool count as done.
 */
export function fieldsToProve({ bindings, placements }: Tools, appId: string): FieldToProve[] {
  return bindings
    .filter((one) => one.appId === appId)
    .sort(byTool)
    .flatMap((binding) => fieldsOf(binding, placements));
}

function fieldsOf(binding: ToolBinding, placements: Placement[]): FieldToProve[] {
  const known = placements.filter(({ bindingId }) => bindingId === binding.id);
  const unknown = keyFieldsOf(binding.connectorId).filter(
    (name) => !known.some((one) => sameField(one, name)),
  );
  return known
    .map((placement): FieldToProve => ({ binding, name: fieldName(placement), placement }))
    .concat(unknown.map((name) => ({ binding, name, placement: null })));
}

const nameOf = ({ connectorId, origin, shopId, id }: ToolBinding): string =>
  [connectorId, origin, shopId, id].join('\n');
const byTool = (a: ToolBinding, b: ToolBinding): number => (nameOf(a) < nameOf(b) ? -1 : 1);
