import type { EventColumn, KeyColumn } from '../../columns.ts';
import { lines } from '../../ink.ts';
import type { EventTruth, KeyTruth } from '../../truth.ts';
import type { Desk } from '../family.ts';

/** A label and its value, both HTML. */
type Pair = [label: string, value: string];
export type CardStyle = 'dl' | 'dlRow' | 'list' | 'rows' | 'table';

/** The pairs of a card in one of five ways. */
function pairsHtml(style: CardStyle, pairs: Pair[], colon: string): string {
  if (style === 'dl')
    return lines(
      '<dl>',
      pairs.map(([l, v]) => `<dt>${l}</dt><dd>${v}</dd>`),
      '</dl>',
    );
  if (style === 'dlRow') {
    return lines(
      '<dl class="row">',
      pairs.map(
        ([l, v]) =>
          `<div class="d-flex"><dt class="col-4">${l}</dt><dd class="col-8">${v}</dd></div>`,
      ),
      '</dl>',
    );
  }
  if (style === 'list') {
    return lines(
      '<ul class="list-group list-group-flush">',
      pairs.map(
        ([l, v]) =>
          `<li class="list-group-item"><span class="fw-bold">${l}${colon}</span><span>${v}</span></li>`,
      ),
      '</ul>',
    );
  }
  if (style === 'table') {
    return lines(
      '<table class="table table-sm"><tbody>',
      pairs.map(([l, v]) => `<tr><th scope="row">${l}</th><td>${v}</td></tr>`),
      '</tbody></table>',
    );
  }
  return lines(
    pairs.map(
      ([l, v]) =>
        `<div class="row"><div class="col-4">${l}</div><div class="col-8">${v}</div></div>`,
    ),
  );
}

/** Badges for the state; 更新あり as a second one, in red, or behind a hidden word. */
export function badgeWriter({ ink, pick, need }: Desk): (stateText: string) => string {
  const style = ink.choice(
    'state',
    pick.oneOf(['badge', 'twoBadges', 'text', 'hiddenWord', 'icon']),
  );
  // Only the style sheet says that nobody sees the words before the state.
  if (style === 'hiddenWord') need('css');
  return (stateText) => {
    const [word = '', more] = stateText.split(' ');
    if (style === 'twoBadges' && more)
      return `<span class="badge bg-success">${word}</span> <span class="badge bg-danger">${more}</span>`;
    if (style === 'hiddenWord')
      return `<span class="badge"><span class="visually-hidden">現在の状態は</span>${ink.text(stateText)}</span>`;
    if (style === 'icon')
      return `<i class="bi bi-circle-fill" aria-hidden="true"></i> ${ink.text(stateText)}`;
    return style === 'text'
      ? ink.text(stateText)
      : `<span class="badge">${ink.text(stateText)}</span>`;
  };
}

/** One key as a card: the app as its title or as one pair of all. */
export function keyCard(
  desk: Desk,
  columns: KeyColumn[],
  key: KeyTruth,
  { style, titled, badge, colon }: CardLook,
): string {
  const { ink } = desk;
  if (titled) desk.need('css');
  const value = (c: KeyColumn): string => {
    if (c.id === 'state') return badge(key.stateText);
    return ink.text(c.text(key, 0));
  };
  const shown = columns.filter((c) => c.id !== 'detail' && !(titled && c.id === 'app'));
  const pairs = shown.map((c): Pair => [ink.text(c.heading.replace('\n', '')), value(c)]);
  const hasLink = columns.some((c) => c.id === 'detail');
  return lines(
    '<div class="col"><div class="card h-100"><div class="card-body">',
    titled
      ? `<h5 class="card-title"><span class="visually-hidden">アプリ名</span>${ink.text(key.app ?? '')}</h5>`
      : '',
    pairsHtml(style, pairs, colon),
    hasLink ? '<a href="#" class="btn btn-primary stretched-link">詳細</a>' : '',
    '</div></div></div>',
  );
}

export interface CardLook {
  style: CardStyle;
  titled: boolean;
  badge: (stateText: string) => string;
  /** What stands between label and value where both are inline. */
  colon: string;
}

/** One event grant as a card. */
export function eventCard(
  { ink }: Desk,
  columns: EventColumn[],
  event: EventTruth,
  look: CardLook,
): string {
  const pairs = columns
    .filter((c) => c.id !== 'detail')
    .map((c): Pair => [
      c.heading,
      c.id === 'state' ? look.badge(event.stateText) : ink.text(c.text(event)),
    ]);
  return lines(
    '<div class="card mb-2"><div class="card-body">',
    pairsHtml(look.style, pairs, look.colon),
    '</div></div>',
  );
}
