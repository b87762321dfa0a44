import type { Instant } from '../../utils/model/time.ts';

/** The shops that a token reaches. `every` = all of this companion, those to come too. */
export type Scope = { every: true } | { every: false; shopIds: string[] };

/** One paired browser of one person. */
export interface Device {
  id: string;
  name: string;
  /** The Origin seen at pairing; null = it sent none. The token works with no other. */
  origin: string | null;
  pairedAt: Instant;
  /** `leftAt`: null = is there. */
  member: { id: string; name: string; leftAt: Instant | null };
  scope: Scope;
  /** Its browser is to forget everything of ours at its next contact. */
  revokedAt: Instant | null;
}

export interface NewDevice {
  id: string;
  name: string;
  /** Who uses it; one person of this name may have several devices. */
  person: string;
  origin: string | null;
  pairedAt: Instant;
  tokenHash: string;
}

export interface Offer {
  codeHash: string;
  expiresAt: Instant;
  tries: number;
  /** Digits of the shops that the token is for; null = every shop. */
  shops: string[] | null;
}

/** `gone` = no code is open: none made, used, too old or tried too often. */
export type Redeemed = 'paired' | 'wrong' | 'gone';

export interface PairingStore {
  /** Opens a pairing code for use; the one before no longer works. */
  offerCode(offer: Offer): Promise<void>;
  /** Trades the code for a device, at most once; a wrong code uses up a try. One transaction. */
  redeemCode(codeHash: string, device: NewDevice): Promise<Redeemed>;
}

export interface DeviceStore {
  deviceByToken(tokenHash: string): Promise<Device | null>;
  /** Oldest first, the revoked ones too. */
  devices(): Promise<Device[]>;
  /** The browser itself goes: nothing of it is left. */
  removeDevice(id: string): Promise<void>;
  /** Somebody else ends it. False = there is none, or it was ended before. */
  revokeDevice(id: string, at: Instant): Promise<boolean>;
  /** A person leaves: all devices are revoked. Gives how many; null = there is no such person. */
  memberLeaves(id: string, at: Instant): Promise<number | null>;
  /** Those that are not revoked. */
  countDevices(): Promise<number>;
}
