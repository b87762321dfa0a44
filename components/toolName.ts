import type { Say } from '../utils/model/say.ts';
import { noteIn } from './noteIn.ts';
import { CONNECTORS } from '../utils/tools/connectors/index.ts';

/** The tool's name in the language of the words; its id where no connector of that id ships any more. */
export function toolName(connectorId: string, t: Say): string {
  const connector = CONNECTORS.find((one) => one.id === connectorId);
  if (!connector) return connectorId;
  return noteIn(connector.name, t);
}
