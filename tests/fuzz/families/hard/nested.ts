import { lines } from '../../ink.ts';
import type { KeyTruth } from '../../truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

/** Keys of one app under one another, in the order in which the apps first appear. */
function byApp(keys: KeyTruth[]): KeyTruth[][] {
  const groups = new Map<string, KeyTruth[]>();
  for (const key of keys) {
    const id = JSON.stringify([key.developer, key.app]);
    groups.set(id, [...(groups.get(id) ?? []), key]);
  }
  return [...groups.values()];
}

function compose(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  keepFew(desk, 12);
  const groups = byApp(truth.keys);
  truth.keys = groups.flat();
  const style = ink.choice('inner', pick.oneOf(['table', 'wideTable', 'dl', 'lines']));
  const inner = (key: KeyTruth): string => {
    const [end, on, state] = [values.last4(key), values.expires(key), key.stateText].map((t) =>
      ink.text(t),
    );
    if (style === 'table') {
      return `<table><tr><td>ライセンスキー</td><td>${end}</td></tr><tr><td>有効期限</td><td>${on}</td></tr><tr><td>状態</td><td>${state}</td></tr></table>`;
    }
    if (style === 'wideTable') {
      return `<table><tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr><tr><td>${end}</td><td>${on}</td><td>${state}</td></tr></table>`;
    }
    if (style === 'dl')
      return `<dl><dt>ライセンスキー</dt><dd>${end}</dd><dt>有効期限</dt><dd>${on}</dd><dt>状態</dt><dd>${state}</dd></dl>`;
    return `ライセンスキー：${end}<br>有効期限：${on}<br>状態：${state}`;
  };
  const rows = groups.map((keys) =>
    lines(
      '<tr>',
      `<td>${ink.text(keys[0]?.developer ?? '')}</td><td>${ink.text(keys[0]?.app ?? '')}</td>`,
      '<td>',
      keys.map(inner).join(style === 'lines' ? '<hr>' : '\n'),
      '</td><td><a href="#">詳細</a></td></tr>',
    ),
  );
  return plainPage(
    desk,
    lines(
      '<table border="1"><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンス情報</th><th>詳細</th></tr>',
      rows,
      '</table>',
    ),
  );
}

/** ライセンス情報 is one cell that holds a small table, or lines, for each key of the app. */
export const nested = family('nested', ['keysOnly'], compose);
