import type { FieldKind } from '../../model/tool.ts';
import type { TestWords } from '../page/types.ts';

export interface ConnectorField {
  kind: Exclude<FieldKind, 'shopUrl'>;
  /** As the tool writes it; shown to the person. */
  label: string;
  /** `quoted` = set off as a label in the tool's own help, `prose` = from running text. */
  basis: 'quoted' | 'prose';
  /** Every wording that means this field and no other, `label` included. */
  wordings: string[];
  /** Attributes (`name`, `id`) that would contradict or, on a field without a label, confirm. */
  names: string[];
}

export interface Note {
  ja: string;
  en: string;
}

/** The recipe for a tool's settings: data only. Kagiban never presses any of its buttons. */
export interface Connector {
  id: string;
  name: { ja: string; en: string };
  surface: 'web' | 'desktop' | 'vendor';
  /** From the tool's top page to the settings. */
  menuPath: string[];
  /** Whose key it takes (rms.md §1). The other kind is refused. */
  keyOwner: 'shop-app' | 'vendor-app' | 'unknown';
  /** How RMS names the vendor's app (developer or app name): another vendor's key is refused. */
  vendorWords: string[];
  /** By what its pages are known: words, and parts of host names. Neither is trusted with anything. */
  page: { names: string[]; screens: string[]; hosts: string[] };
  fields: ConnectorField[];
  /** Labels of what looks like a key field and is never filled. */
  traps: string[];
  /** How it labels the shop that the screen belongs to. */
  shopLabels: string[];
  /** RMS functions that have to be 利用する for its key. */
  requiredApis: string[];
  saveButtons: string[];
  /** null = it has no test of its own. */
  test: TestWords | null;
  notes: Note[];
  /** Where the facts come from. */
  sources: string[];
}
