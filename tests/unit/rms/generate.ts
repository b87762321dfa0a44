import * as fc from 'fast-check';
import { toJstDate } from '../../../utils/calendar/jst.ts';
import { LICENSE_STATES } from '../../../utils/model/reading.ts';
import {
  type Column,
  DATES,
  type Key,
  NO_DATES,
  STATE_TEXTS,
  type Style,
  TAILS,
  WORDINGS,
} from './markups.ts';

const NAMES = ['店舗様', '株式会社GoQSystem', 'NE株式会社', 'Hamee', '合同会社 在庫', '楽々商会'];
const APPS = [
  'GoQ System (ごくシステム)',
  'ネクストエンジン',
  '在庫くん2',
  '(アプリ名を登録してください)',
  'A/B',
  '速販 for RMS',
];

const last4 = fc
  .string({
    unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnp23456789'),
    minLength: 4,
    maxLength: 4,
  })
  // A bare "2025" or "kkkk" is as good a last4 as any, but a mask it must not look like.
  .filter((text) => !/^x+$/i.test(text));
const day = fc.record({
  y: fc.integer({ min: 2024, max: 2031 }),
  m: fc.integer({ min: 1, max: 12 }),
  d: fc.integer({ min: 1, max: 28 }),
});

const key = fc.record({
  developer: fc.constantFrom(...NAMES),
  app: fc.constantFrom(...APPS),
  last4,
  on: fc.option(day.map(({ y, m, d }) => toJstDate(y, m, d))),
  state: fc.constantFrom(...LICENSE_STATES.filter((state) => state !== 'unknown')),
});
export const models: fc.Arbitrary<Key[]> = fc.uniqueArray(key, {
  minLength: 1,
  maxLength: 6,
  selector: (one) => one.last4,
});

const NEEDED: Column[] = ['who', 'what', 'key', 'expires', 'state'];
/** A page's wording, order and notation, chosen by a number. */
export interface Choice {
  columns: Column[];
  seed: number;
  wrapper: string;
}

export const choices: fc.Arbitrary<Choice> = fc
  .record({
    columns: fc.shuffledSubarray<Column>([...NEEDED, 'note', 'action'], { minLength: 5 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    wrapper: fc.constantFrom('', 'section', 'form', 'main'),
  })
  .filter(({ columns }) => NEEDED.every((column) => columns.includes(column)));

export function styleOf({ columns, seed, wrapper }: Choice): Style {
  const pick = <T>(from: readonly T[], salt: number): T => from[(seed >> salt) % from.length] as T;
  return {
    columns,
    heading: (column) => pick(WORDINGS[column], column.length),
    wrap: (html) => (wrapper === '' ? html : `<${wrapper}><div>${html}</div></${wrapper}>`),
    value: (column, { developer, app, last4: tail, on, state }) => {
      if (column === 'who') return developer;
      if (column === 'what') return app;
      if (column === 'key') return pick(TAILS, 3)(tail);
      if (column === 'state') return pick(STATE_TEXTS[state], 5);
      if (column === 'note') return 'メモ 12';
      if (column === 'action') return '<a href="#">詳細</a>';
      if (on === null) return pick(NO_DATES, 2);
      const [y, m, d] = on.split('-').map(Number);
      return pick(DATES, 4)(y ?? 0, m ?? 0, d ?? 0);
    },
  };
}
