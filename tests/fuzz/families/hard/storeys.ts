import { lines } from '../../ink.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

type Style = 'twoStorey' | 'twoUp' | 'tablePerRow';

const row = (cells: string[], tag = 'td'): string =>
  lines(
    '<tr>',
    cells.map((c) => `<${tag}>${c}</${tag}>`),
    '</tr>',
  );

function compose(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  keepFew(desk, 15);
  const style = ink.choice('storeys', pick.oneOf<Style>(['twoStorey', 'twoUp', 'tablePerRow']));
  const heads = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態'];
  const all = truth.keys.map((k) =>
    [k.developer ?? '', k.app ?? '', values.last4(k), values.expires(k), k.stateText].map((t) =>
      ink.text(t),
    ),
  );
  if (style === 'tablePerRow') {
    const table = (inner: string): string =>
      `<table width="900" style="table-layout:fixed">${inner}</table>`;
    return plainPage(
      desk,
      lines(
        table(row(heads, 'th')),
        all.map((cells) => table(row(cells))),
      ),
    );
  }
  if (style === 'twoUp') {
    const none = heads.map(() => '');
    const pairs = all
      .filter((_, i) => i % 2 === 0)
      .map((cells, i) => cells.concat(all[i * 2 + 1] ?? none));
    return plainPage(
      desk,
      lines(
        '<table border="1">',
        row([...heads, ...heads], 'th'),
        pairs.map((cells) => row(cells)),
        '</table>',
      ),
    );
  }
  const storeys = (cells: string[], tag: string): string => {
    const [developer = '', app = '', end = '', on = '', state = ''] = cells;
    return lines(
      `<tr><${tag}>${developer}</${tag}><${tag} colspan="2">${app}</${tag}></tr>`,
      row([end, on, state], tag),
    );
  };
  return plainPage(
    desk,
    lines(
      '<table border="1">',
      storeys(heads, 'th'),
      all.map((cells) => storeys(cells, 'td')),
      '</table>',
    ),
  );
}

/** Two rows for one key, two keys in one row, or a table for every row. */
export const storeys = family('storeys', ['keysOnly'], compose);
