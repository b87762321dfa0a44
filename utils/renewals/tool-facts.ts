import { connectorOf } from '../tools/connectors/index.ts';
import type { FieldName } from '../model/tool.ts';
import { type Connector, nameOfField, type Note } from '../tools/connectors/type.ts';

/** What a run has to know of a tool. */
export interface ToolFacts {
  surface: Connector['surface'];
  hasTest: boolean;
  after: 'paste' | 'nothing' | 'tellVendor';
  /** アップデートする is followed by entering the same key again. */
  recopyAfterUpdate: boolean;
  /** The vendor warns against issuing a new key by oneself. */
  neverReissue: boolean;
  /** The old key has to be stopped in RMS before a new one can be issued. */
  stopOldFirst: boolean;
  /** What to stop in the tool before the key is changed, and to start again afterwards. */
  stopBeforeChange: Note | null;
}

/** A tool whose connector no longer ships is taken to be a web page without a test. */
export function toolFacts(connectorId: string): ToolFacts {
  const connector = connectorOf(connectorId);
  return {
    surface: connector?.surface ?? 'web',
    hasTest: (connector?.test ?? null) !== null,
    after: connector?.after ?? (connector?.surface === 'vendor' ? 'tellVendor' : 'paste'),
    recopyAfterUpdate: connector?.recopyAfterUpdate ?? false,
    neverReissue: connector?.reissue === 'never',
    stopOldFirst: connector?.stopOldFirst ?? false,
    stopBeforeChange: connector?.stopBeforeChange ?? null,
  };
}

/** The fields of a tool that hold a license key; one of whose fields nothing is known has one all the same. */
export function keyFieldsOf(connectorId: string): FieldName[] {
  const fields = connectorOf(connectorId)?.fields ?? [];
  const keys = fields.filter(({ kind }) => kind === 'licenseKey').map(nameOfField);
  return keys.length > 0 ? keys : [{ field: 'licenseKey' }];
}
