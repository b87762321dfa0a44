import { lines } from '../../ink.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

const STYLE =
  '<style>@media (min-width: 768px) { .only-narrow { display: none } } @media (max-width: 767px) { .only-wide { display: none } }</style>';

function compose(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  keepFew(desk, 20);
  desk.need('layout');
  const rows = truth.keys.map((k) => ({
    developer: ink.text(k.developer ?? ''),
    app: ink.text(k.app ?? ''),
    end: ink.text(values.last4(k)),
    on: ink.text(values.expires(k)),
    state: ink.text(k.stateText),
  }));
  const table = lines(
    '<div class="only-wide"><table><thead><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr></thead><tbody>',
    rows.map(
      (r) =>
        `<tr><td>${r.developer}</td><td>${r.app}</td><td>${r.end}</td><td>${r.on}</td><td>${r.state}</td></tr>`,
    ),
    '</tbody></table></div>',
  );
  const cards = lines(
    '<div class="only-narrow">',
    rows.map(
      (r) =>
        `<section><h4>${r.app}</h4><dl><dt>アプリ登録者</dt><dd>${r.developer}</dd><dt>アプリ名</dt><dd>${r.app}</dd><dt>ライセンスキー</dt><dd>${r.end}</dd><dt>有効期限</dt><dd>${r.on}</dd><dt>状態</dt><dd>${r.state}</dd></dl></section>`,
    ),
    '</div>',
  );
  return plainPage(desk, lines(STYLE, pick.bool(0.5) ? [table, cards] : [cards, table]));
}

/** The same list twice, one of them hidden by the width of the window. */
export const responsive = family('responsive', ['keysOnly'], compose, { sloppy: false });
