import type { CustomTool } from '../utils/model/custom-tool.ts';
import type { Say } from '../utils/model/say.ts';
import { connectorOf } from '../utils/tools/connectors/index.ts';
import { noteIn } from './noteIn.ts';

/** The tool's name in the language of the words; of a taught one as the person named it. */
export function toolName(connectorId: string, t: Say, taught: CustomTool[]): string {
  const connector = connectorOf(connectorId);
  if (connector) return noteIn(connector.name, t);
  return taught.find(({ id }) => id === connectorId)?.name ?? t('board.toolGone');
}
