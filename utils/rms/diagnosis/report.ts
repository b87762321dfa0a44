import type { PageStatus } from '../../model/ledger.ts';
import { kindsOf } from './kinds.ts';

export interface DiagnosisFacts {
  version: string;
  language: string;
  /** What the ledger knows to be unreadable. */
  pages: PageStatus[];
  /** `structureOf` of each frame, checked. */
  frames: string[];
}

/** The text that staff can hand to support: what could not be read, and how the page is built. No word of a shop. */
export const diagnosisOf = ({ version, language, pages, frames }: DiagnosisFacts): string =>
  [
    `Kagiban ${version} (${language})`,
    ...pages.flatMap(linesOf),
    ...frames.flatMap((frame, i) => ['', `--- ${i + 1}/${frames.length}`, frame]),
    '',
  ].join('\n');

const linesOf = ({ page, pageClass, problems }: PageStatus): string[] => [
  `${page}: ${pageClass}`,
  ...problems.slice(0, 20).map(({ code, where }) => `  ${code} ${kindsOf(where)}`),
];
