import type { FieldName, FieldResult } from '../../model/tool.ts';
import type { PointWords } from './point.ts';

/** What to look for in a page; made from the connectors, so that only answers to it leave the page. */
export interface LookSpec {
  /** Names of tools and words of their screens. */
  words: string[];
  /** How tools label the shop that a screen belongs to. */
  shopLabels: string[];
}

export const LABEL_SOURCES = [
  'label',
  'aria',
  'cell',
  'column',
  'term',
  'preceding',
  'placeholder',
  'title',
] as const;

/** One text that says what a field is, and how it is tied to it. */
export interface LabelText {
  text: string;
  from: (typeof LABEL_SOURCES)[number];
}

/** By what a field is known again at the fill: never by position. */
export interface Anchors {
  labels: string[];
  name: string;
  /** `text` for every kind of line of text, masked or not; else the input's type, or `textarea`. */
  type: string;
  /** The heading that it stands under, where several fields differ in that only. */
  section?: string;
}

export interface FieldFacts {
  /** Names the element in this document, for the page script only. */
  ref: number;
  labels: LabelText[];
  anchors: Anchors;
  id: string;
  /** Legend or heading that it stands under; '' = none. */
  section: string;
  /** `id`, `name` or address of the form that it is in; '' = none. */
  form: string;
  /** What stands in its row and over it, so that a person can tell fields apart that are labelled alike. */
  near: string;
  /** It has a box on the screen and is not made invisible. The fill looks more closely. */
  rendered: boolean;
}

/** A text that names the shop which the screen belongs to. */
export interface ShopText {
  label: string;
  text: string;
}

export interface FoundWord {
  word: string;
  where: 'title' | 'heading' | 'text';
}

/** What a page is, without a value of any field but those that name the shop. */
export interface PageFacts {
  /** Random, made once for each document, never shown to the page. */
  token: string;
  origin: string;
  /** Of its address, without query and fragment. */
  path: string;
  words: FoundWord[];
  fields: FieldFacts[];
  shops: ShopText[];
  title: string;
  /** The field that a person pointed at in this document; null = none. */
  pointed: number | null;
}

export interface FillStep extends FieldName {
  ref: number;
  anchors: Anchors;
  /** A person chose this one of several that look alike: it must be the same element, in the same surroundings. */
  chosenNear?: string;
  /** The text to set; for `expiresOn` a date `YYYY-MM-DD`, written as the field wants it. */
  value: string;
}

export interface FillOrder {
  token: string;
  origin: string;
  /** Registrable domain: the field's form may be sent nowhere else. */
  domain: string;
  /** The shop texts as the look read them; any other are another screen. */
  shops: ShopText[];
  shopLabels: string[];
  steps: FillStep[];
  test: TestWords | null;
}

export interface TestWords {
  buttons: string[];
  ok: string[];
  failed: string[];
  /** The test itself did not come about: says nothing of the key. */
  unclear: string[];
}

export interface ReadTestOrder {
  token: string;
  words: TestWords;
  /** The licenseKey field, to tell which key was tested. */
  keyField: { ref: number; anchors: Anchors } | null;
}

export interface TestRead {
  result: 'ok' | 'failed' | 'notRun';
  /** The last four characters in the licenseKey field now; null = empty, masked or not found. */
  last4: string | null;
  /** A fill was done in this document. */
  filledHere: boolean;
  /** A person pressed the test button since then, and the answer on the page came after that. */
  fresh: boolean;
}

export interface ReadHeldOrder {
  token: string;
  keyField: { ref: number; anchors: Anchors };
}

export interface HeldRead {
  is: 'key' | 'empty' | 'masked' | 'unsaved' | 'gone';
  /** Of `key` only. */
  last4: string | null;
}

/** The object that `tool-page.js` leaves in its isolated world; see `TOOL_PAGE`. */
export interface ToolPage {
  look(spec: LookSpec): PageFacts;
  fill(order: FillOrder): Promise<FieldResult[]>;
  readTest(order: ReadTestOrder): TestRead;
  readHeld(order: ReadHeldOrder): HeldRead;
  /** Lets a person point at a field; the next look says which. */
  point(words: PointWords): void;
}

/** Its name on `globalThis`. */
export const TOOL_PAGE = 'kagibanToolPage';
