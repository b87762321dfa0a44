// Draws アプリ一覧 out of blocks after a fetch: no <table>, roles and CSS only.
const root = document.querySelector('#app-root');
const late = Number(root.dataset.late);
const pageNow = new URLSearchParams(location.search).get('page') ?? '1';

function block(role, className, children = []) {
  const element = document.createElement('div');
  if (role !== '') element.setAttribute('role', role);
  element.className = className;
  element.append(...children);
  return element;
}

function headCell(text, spans = {}) {
  const cell = block('columnheader', 'cell head', [text]);
  for (const [name, value] of Object.entries(spans)) cell.setAttribute(name, String(value));
  return cell;
}

const cell = (...children) => block('cell', 'cell', children);

function link(href) {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.className = 'button-like';
  anchor.textContent = '詳細';
  return anchor;
}

function badge(text) {
  return text.split(' ').map((word, i) => {
    const span = document.createElement('span');
    span.className = i === 0 ? 'badge' : 'badge hot';
    span.textContent = word;
    return span;
  });
}

function table(label, className, headRows, rows) {
  const head = block('rowgroup', 'group', headRows);
  const body = block('rowgroup', 'group', rows);
  const whole = block('table', className, [head, body]);
  whole.setAttribute('aria-label', label);
  return whole;
}

const appHead = () => [
  block('row', 'row', [
    headCell('アプリ登録者 (システム開発企業)', { 'aria-rowspan': 2 }),
    headCell('アプリ名', { 'aria-rowspan': 2 }),
    headCell('ライセンス情報', { 'aria-colspan': 3 }),
    headCell('詳細', { 'aria-rowspan': 2 }),
  ]),
  block(
    'row',
    'row',
    ['ライセンスキー', '有効期限', '状態'].map((text) => headCell(text)),
  ),
];

const appRow = (row) =>
  block('row', 'row', [
    cell(row.developer),
    cell(row.app),
    cell(row.last4),
    cell(row.expiry),
    cell(...badge(row.state)),
    cell(link(row.href)),
  ]);

const eventHead = () => [
  block(
    'row',
    'row',
    ['会社名', 'サービス名', '利用開始日', '状態', '詳細'].map((text) => headCell(text)),
  ),
];

const eventRow = (row) =>
  block('row', 'row', [
    cell(row.company),
    cell(row.service),
    cell(row.startedAt),
    cell(...badge(row.state)),
    cell(link('#')),
  ]);

function pager(model) {
  const box = block('', 'pager');
  for (let n = 1; n <= model.pages && model.pages > 1; n += 1) {
    const anchor = document.createElement(n === model.page ? 'b' : 'a');
    if (n !== model.page) anchor.href = `?page=${n}`;
    anchor.textContent = String(n);
    box.append(anchor, ' ');
  }
  return box;
}

function show(id, ...children) {
  const box = document.querySelector(id);
  box.removeAttribute('aria-busy');
  box.replaceChildren(...children);
}

const valueOf = (id) => document.querySelector(id).value;

async function load() {
  const query = new URLSearchParams({
    q: valueOf('#app-search'),
    eq: valueOf('#event-search'),
    page: pageNow,
  });
  const answer = await fetch(`/apisson/data/apps?${query}`);
  const model = await answer.json();
  await new Promise((resolve) => {
    setTimeout(resolve, late);
  });
  show(
    '#app-list',
    table('アプリ一覧', 'grid-table', appHead(), model.rows.map(appRow)),
    pager(model),
  );
  show(
    '#event-list',
    table('システムイベント通知サービス', 'css-table', eventHead(), model.events.map(eventRow)),
  );
}

for (const [button, field] of [
  ['#app-go', '#app-search'],
  ['#event-go', '#event-search'],
]) {
  document.querySelector(button).addEventListener('click', load);
  document.querySelector(field).addEventListener('keydown', (event) => {
    if (event.key === 'Enter') load();
  });
}
load();
