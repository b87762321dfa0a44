import { sheetOf, type Sheet, type Variant, type Wanted } from './model.ts';
import { ALARM_PAGES } from './pages/alarms.ts';
import { AROUND_PAGES } from './pages/around.ts';
import { BLOCK_PAGES } from './pages/blocks.ts';
import { CELL_PAGES } from './pages/cells.ts';
import { DETAIL_PAGES } from './pages/details.ts';
import { FRAMEWORK_PAGES } from './pages/frameworks.ts';
import { MORE_PAGES } from './pages/more.ts';
import { NONE_PAGES } from './pages/none.ts';
import { OLD_PAGES } from './pages/old.ts';
import { SHOP_PAGES } from './pages/shops.ts';

/** A variant with what it is drawn from and what must be read. */
export interface Case {
  variant: Variant;
  sheet: Sheet;
  wanted: Wanted;
  url: string;
}

const GROUPS = {
  'tables of old and new, cards, and whose page it is': [
    ...OLD_PAGES,
    ...FRAMEWORK_PAGES,
    ...SHOP_PAGES,
  ],
  'rows of blocks, heads and cells of every kind': [...BLOCK_PAGES, ...CELL_PAGES],
  'lists among copies, examples, totals and hidden parts': [...AROUND_PAGES, ...MORE_PAGES],
  'pages of one key, pages without keys, pages that cannot be read': [
    ...DETAIL_PAGES,
    ...NONE_PAGES,
    ...ALARM_PAGES,
  ],
};

let count = 0;
export const CASES: [group: string, cases: Case[]][] = Object.entries(GROUPS).map(
  ([group, variants]) => [
    group,
    [...variants, silence(group)].map((variant) => caseOf(variant, count++)),
  ],
);

/** The last page of a group: once it is said to be unreadable, the others have had time for a false alarm. */
function silence(group: string): Variant {
  const [canvas] = ALARM_PAGES;
  if (!canvas) throw new Error('no page without anything to read');
  return { ...canvas, name: `silence-${Object.keys(GROUPS).indexOf(group)}` };
}

function caseOf(variant: Variant, n: number): Case {
  const first = sheetOf(n);
  // The last row shows no key where nothing else is said: RMS may issue one only with the approval.
  const sheet = variant.sheet?.(first) ?? withoutLastKey(first);
  const { keys, grants, shop } = sheet;
  const plain: Wanted = { keys, grants, shop, alarm: false };
  return {
    variant,
    sheet,
    wanted: variant.wanted?.(plain, sheet) ?? plain,
    url: `https://${variant.host ?? 'ichiba-bs'}.rms.rakuten.co.jp/apisson/${variant.name}`,
  };
}

function withoutLastKey(sheet: Sheet): Sheet {
  const last = sheet.keys.length - 1;
  return {
    ...sheet,
    keys: sheet.keys.map((key, i) => (i === last ? { ...key, last4: null } : key)),
  };
}
