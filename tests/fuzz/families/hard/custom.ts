import { lines } from '../../ink.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

const STYLE =
  '<style>rms-table{display:table}rms-row{display:table-row}rms-head,rms-cell{display:table-cell;padding:4px}rms-cell[slot=tip]{display:none}</style>';

function compose(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  keepFew(desk, 15);
  desk.need('css');
  const chip = pick.bool(0.5);
  const rows = truth.keys.map((k) => {
    const state = chip ? `<rms-chip>${ink.text(k.stateText)}</rms-chip>` : ink.text(k.stateText);
    const cells = [
      ink.text(k.developer ?? ''),
      ink.text(k.app ?? ''),
      ink.text(values.last4(k)),
      ink.text(values.expires(k)),
      state,
    ];
    return lines(
      '<rms-row>',
      cells.map((c) => `<rms-cell>${c}</rms-cell>`),
      '<rms-cell slot="tip">有効期限切れ</rms-cell></rms-row>',
    );
  });
  const heads = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態'];
  return plainPage(
    desk,
    lines(
      STYLE,
      '<rms-table><rms-row>',
      heads.map((h) => `<rms-head>${h}</rms-head>`),
      '</rms-row>',
      rows,
      '</rms-table>',
    ),
  );
}

/** Elements of the page's own making, a table by style sheet only. */
export const custom = family('custom', ['keysOnly'], compose, { sloppy: false });
