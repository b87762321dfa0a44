import type { Instant } from './time.ts';
import type { FieldKind, SettingKind } from './tool.ts';

/** By what a field is known that a person pointed at; '' and [] = it has none. Never by position. */
export interface PointedAnchors {
  labels: string[];
  name: string;
  id: string;
  /** `id`, `name` or address of its form. */
  form: string;
  section: string;
}

export interface PointedField extends PointedAnchors {
  field: Exclude<FieldKind, 'shopUrl' | SettingKind>;
}

/** A tool that a person taught by pointing at its fields, or took in from a file: plain data, no key. */
export interface CustomTool {
  /** Its connectorId too. */
  id: string;
  name: string;
  fields: PointedField[];
  /** Where it was pointed at, on this browser; empty for one from a file, whose hosts nobody vouches for. */
  origins: string[];
  createdAt: Instant;
}
