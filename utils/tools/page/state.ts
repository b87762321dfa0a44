import type { Control } from './walk.ts';

/** What the page script remembers of its document, out of the page's reach. */
export interface PageState {
  version: 1;
  token: string;
  refs: Map<number, WeakRef<Control>>;
  refOf: WeakMap<Control, number>;
  /** We filled something in this document: what its fields show is not what the tool has saved. */
  filled: boolean;
  /** Set by a fill: ends its watch for the test button. */
  watch: TestWatch | null;
  /** A person is asked to point at a field; ends it. */
  pointing: { stop(): void } | null;
  /** The field that a person pointed at. */
  pointed: number | null;
}

/** What happened on the page since the fill. */
export interface TestWatch {
  pressed: boolean;
  /** Nodes that changed since the test button was pressed. */
  changed: Set<Node>;
  /** Nodes that came since then. */
  added: Set<Node>;
  stop(): void;
}

/** 128 random bits; `randomUUID` is not there on a page without https, which is looked at too. */
const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export const newState = (): PageState => ({
  version: 1,
  token: randomToken(),
  refs: new Map(),
  refOf: new WeakMap(),
  filled: false,
  watch: null,
  pointing: null,
  pointed: null,
});

/** The number by which the background names this field; the same at every look. */
export function refFor(state: PageState, control: Control): number {
  const known = state.refOf.get(control);
  if (known !== undefined) return known;
  const ref = state.refs.size + 1;
  state.refs.set(ref, new WeakRef(control));
  state.refOf.set(control, ref);
  return ref;
}
