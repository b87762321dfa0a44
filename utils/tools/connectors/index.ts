import { ecStation } from './ec-station.ts';
import { goqsystem } from './goqsystem.ts';
import { nextEngine } from './next-engine.ts';
import type { Connector } from './type.ts';

/** Every tool that Kagiban knows. A new one: its file, and a line here. */
export const CONNECTORS: readonly Connector[] = [ecStation, goqsystem, nextEngine];

export const connectorOf = (id: string): Connector | undefined =>
  CONNECTORS.find((connector) => connector.id === id);
