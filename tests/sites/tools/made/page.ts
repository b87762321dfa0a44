import type {
  Connector,
  ConnectorField,
  OtherField,
} from '../../../../utils/tools/connectors/type.ts';
import { html, type Html, type Piece, raw } from '../../lib/html.ts';
import { type Behaviour, SCRIPTS } from './behaviour.ts';
import { group, type MadeField, type Markup } from './markup.ts';

export interface MadeShop {
  name: string;
  slug: string;
  digits: string;
}

export interface Making {
  connector: Connector;
  markup: Markup;
  behaviour: Behaviour;
  /** One, or with `severalShops` all that stand on the screen. */
  shops: MadeShop[];
}

/** The id in the page of a connector's field, on the screen's nth shop. */
export const idOf = ({ kind, part }: ConnectorField, shop = 0): string =>
  [kind, part?.id, shop || undefined].filter((each) => each !== undefined).join('-');

/** Fields that look like it and are not: the key must never be there. */
const DECOYS = ['Yahoo!ライセンスキー', '旧ライセンスキー', 'APIキー', 'メモ'];

const HEADING = '楽天API設定';

function keyFields(making: Making, shop: number): Html[] {
  const { connector, behaviour, markup } = making;
  const make = (field: ConnectorField): MadeField => ({
    id: idOf(field, shop),
    // In one table the heads alone tell parts apart.
    label:
      field.part && markup === 'columns' ? `${field.label}（${field.part.name.ja}）` : field.label,
    value: 'OLD',
    masked: behaviour === 'masked' && field.kind !== 'expiresOn',
    ...(behaviour === 'truncating' && { maxLength: 6 }),
  });
  const parts = connector.fields.filter(({ part }) => part);
  if (parts.length === 0 || markup === 'columns') {
    return [group(headingOf(making, shop), connector.fields.map(make), markup)];
  }
  return connector.fields.map((field) =>
    group(`${headingOf(making, shop)}（${field.part?.name.ja ?? ''}）`, [make(field)], markup),
  );
}

const headingOf = ({ shops, behaviour }: Making, shop: number): string =>
  behaviour === 'severalShops' ? `${shops[shop]?.name} ${HEADING}` : HEADING;

function otherFields({ connector, shops, markup }: Making): Html[] {
  const valueOf = ({ kind }: OtherField): string => {
    if (kind === 'shopUrl') return shops[0]?.slug ?? '';
    return kind === 'shopId' ? (shops[0]?.digits ?? '') : 'OTHER';
  };
  const sections = new Set(connector.others.map(({ section }) => section));
  return [...sections].map((section) =>
    group(
      section ?? 'その他',
      connector.others
        .map((other, at): MadeField & { section: string | undefined } => ({
          id: `other-${at}`,
          label: other.label,
          value: valueOf(other),
          section: other.section,
        }))
        .filter((each) => each.section === section),
      markup,
    ),
  );
}

const decoys = (markup: Markup): Html =>
  group(
    'ほかのモール',
    DECOYS.map((label, at) => ({ id: `decoy-${at}`, label, value: '' })),
    markup,
  );

const document = (title: string, ...body: Piece[]): string =>
  html`<!doctype html>
    <html lang="ja">
      <meta charset="utf-8" />
      <title>${title}</title>
      <body>
        ${body}
     `.markup;

const titleOf = ({ page, name }: Connector): string =>
  [page.names[0] ?? name.ja, ...page.screens.slice(0, 1)].join(' ');

/** A settings screen as the connector describes it, and the page of its frame where it has one. */
export function settingsPage(making: Making): { page: string; frame: string | null } {
  const { connector, behaviour, markup, shops } = making;
  const title = titleOf(connector);
  const shop = behaviour === 'severalShops' ? '' : html`<p>店舗：${shops[0]?.name}</p>`;
  const form = html`<form action="/save" method="post">
    ${shops.flatMap((_, at) => keyFields(making, at))}
    ${behaviour === 'severalShops' ? '' : otherFields(making)} ${decoys(markup)}
    <button>${connector.saveButtons[0] ?? '保存'}</button>
  </form>`;
  const script = html`<script>
    ${raw(SCRIPTS[behaviour])};
  </script>`;
  if (behaviour === 'framed') {
    const frame = html`<iframe src="/made-frame" width="900" height="600"></iframe>`;
    return {
      page: document(title, html`<h1>${title}</h1>`, shop, frame),
      frame: document('設定', form, script),
    };
  }
  if (behaviour === 'shadow') {
    const host = html`<div id="host"></div>
      <template id="form">${form}</template>
      <script>
        window.madeRoot = document.querySelector('#host').attachShadow({ mode: 'open' });
        window.madeRoot.append(document.querySelector('#form').content.cloneNode(true));
      </script>`;
    return { page: document(title, html`<h1>${title}</h1>`, shop, host, script), frame: null };
  }
  return { page: document(title, html`<h1>${title}</h1>`, shop, form, script), frame: null };
}
