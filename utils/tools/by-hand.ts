import type { CarriedInfo } from '../model/carry.ts';
import type { App } from '../model/ledger.ts';
import { CONNECTORS } from './connectors/index.ts';
import type { Connector } from './connectors/type.ts';
import { isOtherApp } from './key-owner.ts';

/** A tool whose key is entered by hand: a program on the PC, or a page of which no field is known. */
export const isByHand = ({ surface, fields, after }: Connector): boolean =>
  surface === 'desktop' || (surface === 'web' && fields.length === 0 && after === 'paste');

/** The tools entered by hand that this key may belong in. */
export const toolsByHand = (
  app: App | null,
  carried: Pick<CarriedInfo, 'developer' | 'app'>,
): Connector[] => CONNECTORS.filter((each) => isByHand(each) && !isOtherApp(each, app, carried));
