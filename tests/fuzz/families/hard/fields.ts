import { lines } from '../../ink.ts';
import { STATE_TEXTS } from '../../make-truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

function compose(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  keepFew(desk, 8);
  const select = ink.knob('stateInSelect', pick.bool(0.5));
  const field = (value: string): string =>
    `<input type="text" readonly value="${ink.attr(value.replace('\n', ' '))}">`;
  const state = (text: string): string => {
    if (!select) return field(text);
    const texts = [...new Set([...STATE_TEXTS.map(([, known]) => known), text])];
    return `<select disabled>${texts.map((t) => `<option${t === text ? ' selected' : ''}>${ink.plain(t)}</option>`).join('')}</select>`;
  };
  const rows = truth.keys.map((k) =>
    lines(
      '<tr>',
      [
        field(k.developer ?? ''),
        field(k.app ?? ''),
        field(values.last4(k)),
        field(values.expires(k)),
        state(k.stateText),
      ].map((c) => `<td>${c}</td>`),
      '</tr>',
    ),
  );
  return plainPage(
    desk,
    lines(
      '<table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>',
      rows,
      '</table>',
    ),
  );
}

/** A list that can be edited, or could once: every value stands in a field. */
export const fields = family('fields', ['keysOnly'], compose, { sloppy: false });
