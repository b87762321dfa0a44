import type { Instant } from '../../utils/model/time.ts';

/** One paired browser of one person. */
export interface Device {
  id: string;
  name: string;
  /** The Origin seen at pairing; null = it sent none. The token works with no other. */
  origin: string | null;
  pairedAt: Instant;
}

export interface NewDevice extends Device {
  tokenHash: string;
}

/** `gone` = no code is open: none made, used, too old or tried too often. */
export type Redeemed = 'paired' | 'wrong' | 'gone';

/** Where the companion keeps things. Asynchronous, so that a database elsewhere fits behind it. */
export interface Store {
  /** Opens a pairing code for use; the one before no longer works. */
  offerCode(offer: { codeHash: string; expiresAt: Instant; tries: number }): Promise<void>;
  /** Trades the code for a device, at most once; a wrong code uses up a try. One transaction. */
  redeemCode(codeHash: string, device: NewDevice): Promise<Redeemed>;
  deviceByToken(tokenHash: string): Promise<Device | null>;
  removeDevice(id: string): Promise<void>;
  countDevices(): Promise<number>;
  close(): void;
}
