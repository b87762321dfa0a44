import { chooseEventColumns, chooseKeyColumns } from '../../columns.ts';
import { lines } from '../../ink.ts';
import { chooseShopSources } from '../../shop.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { badgeWriter, eventCard, keyCard } from './card.ts';
import type { CardLook, CardStyle } from './card.ts';
import { page, tools } from './page.ts';

const NONE = '<p class="text-center text-muted">該当するデータはありません。</p>';
const PLACEHOLDER =
  '<div class="card placeholder-glow" aria-hidden="true"><div class="card-body"><h5 class="card-title"><span class="placeholder col-6"></span></h5><p><span class="placeholder col-8"></span></p></div></div>';

function keyCards(desk: Desk, look: CardLook): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseKeyColumns(truth, values, pick, ink);
  const cards = truth.keys.map((key) => keyCard(desk, columns, key, look));
  const empty = cards.length + truth.keyListing.lazy === 0;
  return lines(
    '<section><h2>WEB APIアクセス許可設定</h2>',
    tools(desk, truth.keyListing),
    '<div class="row row-cols-1 row-cols-md-3 g-4">',
    cards,
    Array.from({ length: truth.keyListing.lazy }, () => PLACEHOLDER),
    empty ? NONE : '',
    '</div></section>',
  );
}

function eventCards(desk: Desk, look: CardLook): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseEventColumns(values, pick, ink);
  const cards = truth.events.map((event) => eventCard(desk, columns, event, look));
  return lines(
    '<section><h2>システムイベント通知サービスアクセス許可設定</h2>',
    tools(desk, truth.eventListing),
    cards,
    Array.from({ length: truth.eventListing.lazy }, () => PLACEHOLDER),
    cards.length + truth.eventListing.lazy === 0 ? NONE : '',
    '</section>',
  );
}

function compose(desk: Desk): string {
  const { truth, pick, ink } = desk;
  const sources = chooseShopSources(truth, pick, ink);
  const style = ink.choice('card', pick.oneOf<CardStyle>(['dl', 'dlRow', 'list', 'rows', 'table']));
  const colon = pick.oneOf(['：', ': ', ':']);
  const look = {
    style,
    colon,
    badge: badgeWriter(desk),
    titled: ink.knob('titled', pick.bool(0.5)),
  };
  const keys = truth.page === 'eventsOnly' ? '' : keyCards(desk, look);
  const events = truth.page === 'keysOnly' ? '' : eventCards(desk, look);
  return page(desk, sources, lines(keys, events));
}

/** Repeated cards with labels and values, as a responsive page shows them. */
export const cards = family('cards', ['appList', 'keysOnly', 'eventsOnly'], compose, {
  sloppy: false,
});
