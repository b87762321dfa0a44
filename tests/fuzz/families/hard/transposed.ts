import { lines } from '../../ink.ts';
import type { KeyTruth } from '../../truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

function compose(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  keepFew(desk, pick.int(1, 5));
  const row = (label: string, cell: (key: KeyTruth) => string): string =>
    lines(
      '<tr>',
      `<th scope="row">${label}</th>`,
      truth.keys.map((k) => `<td>${cell(k)}</td>`),
      '</tr>',
    );
  const top = ink.knob('appsAsHeads', pick.bool(0.4))
    ? lines(
        '<tr><th>アプリ名</th>',
        truth.keys.map((k) => `<th scope="col">${ink.text(k.app ?? '')}</th>`),
        '</tr>',
      )
    : row('アプリ名', (k) => ink.text(k.app ?? ''));
  const rows = [
    row('アプリ登録者', (k) => ink.text(k.developer ?? '')),
    row('ライセンスキー', (k) => ink.text(values.last4(k))),
    row('有効期限', (k) => ink.text(values.expires(k))),
    row('状態', (k) => ink.text(k.stateText)),
    row('詳細', () => '<a href="#">詳細</a>'),
  ];
  return plainPage(desk, lines('<table border="1">', top, rows, '</table>'));
}

/** The apps stand side by side, the labels at the left. */
export const transposed = family('transposed', ['keysOnly'], compose);
