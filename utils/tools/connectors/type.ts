import type { PointedField } from '../../model/custom-tool.ts';
import type { FieldKind, FieldName } from '../../model/tool.ts';
import type { TestWords } from '../page/types.ts';

/** A text in both languages. */
export interface Note {
  ja: string;
  en: string;
}

/** `quoted` = set off as a label in the tool's own help, `prose` = from running text. */
type LabelBasis = 'quoted' | 'prose';

export interface ConnectorField {
  kind: Exclude<FieldKind, 'shopUrl'>;
  /** Which of several fields of this kind, told apart by words of its heading or label (TEMPOSTAR). */
  part?: FieldPart;
  /** As the tool writes it; shown to the person. */
  label: string;
  basis: LabelBasis;
  /** Every wording that means this field and no other; the label is made of them. */
  wordings: string[];
  /** Attributes (`name`, `id`) that would contradict or, on a field without a label, confirm. */
  names: string[];
  /** For a tool that a person taught: known by these anchors, and not by words alone. */
  pointed?: PointedField;
}

export const nameOfField = ({ kind, part }: Pick<ConnectorField, 'kind' | 'part'>): FieldName =>
  part ? { field: kind, part: part.id } : { field: kind };

export interface FieldPart {
  id: string;
  name: Note;
  /** What its heading, group or label says and those of its siblings don't. */
  words: string[];
}

/** What a field that takes no Rakuten key takes. */
export const OTHER_KINDS = [
  'shopUrl',
  'shopId',
  'switch',
  'choice',
  'text',
  'ftpUser',
  'ftpPassword',
  'chatworkRoom',
] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** A field of the same settings that takes no key: described so that nobody takes it for one. */
export interface OtherField {
  kind: OtherKind;
  label: string;
  /** The heading that it stands under, where the same label stands under another too. */
  section?: string;
  basis: LabelBasis;
}

/**
 * The recipe for a tool's settings: data only. Kagiban never presses any of its buttons.
 * An optional fact that is absent is not known; nothing here is guessed (`sources`).
 */
export interface Connector {
  id: string;
  name: Note;
  vendor?: string;
  /** `vendor` = the shop enters no key anywhere. */
  surface: 'web' | 'desktop' | 'vendor';
  /** `said` by the sources, or `believed` from what they say of its screens. */
  surfaceBasis: 'said' | 'believed';
  /** From the tool's top page to the settings; empty = not known. */
  menuPath: string[];
  /** Whose key it takes (rms.md §1). The other kind is refused. */
  keyOwner: 'shop-app' | 'vendor-app' | 'unknown';
  /** How RMS names the vendor's app (developer or app name): another vendor's key is refused. */
  vendorWords: string[];
  /** By what its pages are known: words, and labels of host names. Neither is trusted with anything. */
  page: { names: string[]; screens: string[]; hosts: string[] };
  /** Empty = its fields are not known: copy, or point at them. */
  fields: ConnectorField[];
  others: OtherField[];
  /** Labels of what looks like a key field and is never filled. */
  traps: string[];
  /** How it labels the shop that the screen belongs to. */
  shopLabels: string[];
  /** RMS functions that have to be 利用する for its key. */
  requiredApis: string[];
  /** What a new key asks of the shop. */
  after?: 'paste' | 'nothing' | 'tellVendor';
  /** After アップデートする the key has to be entered again, though it is the same. */
  recopyAfterUpdate?: true;
  /** May the shop issue a new key by itself? */
  reissue?: 'ok' | 'never';
  /** The old key has to be stopped in RMS before a new one can be issued. */
  stopOldFirst?: true;
  /** The vendor asks to stop the old key in RMS once the new one is in place. */
  stopOldAfter?: true;
  /** The vendor says that the old key works until its own end. */
  oldKeyWorksOn?: true;
  /** What to stop in the tool before the key is changed, and to start again afterwards. */
  stopBeforeChange?: Note;
  /** How long a new key may be refused in this tool. */
  activation?: { fromMinutes: number; toMinutes: number };
  /** Ids of tools that get the key from this one. */
  syncsTo?: string[];
  /** What the tool itself says before a key ends. */
  warnsBeforeExpiry?: Note;
  /** What stops when the key dies. */
  stops?: Note;
  saveButtons: string[];
  /** How the tool says that it has saved; absent = not known. */
  saved?: string[];
  /** null = no test of its own is known; `ok` empty = how its success reads is not known. */
  test: TestWords | null;
  /** To mind before the key is changed. */
  pitfalls: Note[];
  notes: Note[];
  /** Where the facts come from. */
  sources: string[];
}
