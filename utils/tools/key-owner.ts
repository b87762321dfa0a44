import type { CarriedInfo } from '../model/carry.ts';
import type { App } from '../model/ledger.ts';
import { CONNECTORS } from './connectors/index.ts';
import type { Connector } from './connectors/type.ts';
import { mentioning, mentions } from './words.ts';

/**
 * Is the key certainly one that this tool does not take? The shop app's key in a tool that takes the
 * vendor app's, the reverse (the classic mistake, rms.md §1), or another vendor's. An unknown app is
 * not certain.
 */
export function isOtherApp(
  connector: Connector,
  app: App | null,
  carried: Pick<CarriedInfo, 'developer' | 'app'>,
): boolean {
  if (app && connector.keyOwner !== 'unknown' && connector.keyOwner !== `${app.owner}-app`) {
    return true;
  }
  if (isOf(connector, carried)) return false;
  return CONNECTORS.some((other) => other.id !== connector.id && isOf(other, carried));
}

const isOf = (
  { vendorWords }: Connector,
  { developer, app }: Pick<CarriedInfo, 'developer' | 'app'>,
): boolean => {
  const text = mentioning(`${developer ?? ''} / ${app ?? ''}`);
  return vendorWords.some((word) => mentions(text, word));
};
