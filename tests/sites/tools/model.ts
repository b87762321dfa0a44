/** A shop in a tool: the tool's own number and name for it, and what was saved last. */
export interface ToolShop<Values> {
  id: string;
  name: string;
  /** Its part of the address on Rakuten. */
  slug: string;
  saved: Values;
  /** How often [保存] has worked since the start. */
  saves: number;
}

export interface NextEngineValues {
  shopUrl: string;
  licenseKey: string;
  uses: string[];
}

export interface GoqValues {
  shopUrl: string;
  userId: string;
  /** 「RMS Service Squareライセンスキー」. */
  squareKey: string;
  /** The old way's two fields, still there: the trap (facts: GoQSystem, 2025-06-12). */
  serviceSecret: string;
  licenceKey: string;
  days: string;
  automatic: boolean;
}

export interface EcStationValues {
  serviceSecret: string;
  licenseKey: string;
  /** `YYYY/MM/DD` or empty. */
  expiresOn: string;
}

export interface ToolsState {
  nextEngine: ToolShop<NextEngineValues>[];
  goqSystem: ToolShop<GoqValues>[];
  ecStation: ToolShop<EcStationValues>[];
  guide: boolean;
}

/** By the tool's number, slug or name; null where it has none such. */
export function findToolShop<V>(shops: readonly ToolShop<V>[], which: string): ToolShop<V> | null {
  return shops.find((s) => s.id === which || s.slug === which || s.name === which) ?? null;
}
