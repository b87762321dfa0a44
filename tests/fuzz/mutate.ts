import type { Pick } from './pick.ts';

/** What a redesign, a framework or another extension may do to a page without changing what it says. */
type Mutation = (document: Document, pick: Pick) => boolean;

const anyOf = (document: Document, pick: Pick, selector: string): Element | null => {
  const found = [...document.body.querySelectorAll(selector)];
  return found.length > 0 ? pick.oneOf(found) : null;
};

/** Puts a box around an element that may stand in one. */
function wrapped(document: Document, pick: Pick): boolean {
  const el = anyOf(document, pick, 'table, ul, dl, form, body > *');
  if (!el || /^(SCRIPT|STYLE|LINK|TR|TD|TH|TBODY|THEAD|LI|FRAMESET|FRAME)$/.test(el.tagName))
    return false;
  if (
    !el.parentElement ||
    /^(TABLE|TBODY|TR|UL|OL|DL|SELECT|FRAMESET)$/.test(el.parentElement.tagName)
  )
    return false;
  const box = document.createElement(pick.oneOf(['div', 'section', 'div', 'main', 'article']));
  if (pick.bool()) box.className = pick.oneOf(['wrap', 'l-container', 'css-1x2y3z', 'panel']);
  el.replaceWith(box);
  box.append(el);
  return true;
}

/** Puts the whole page into a layout table. */
function inLayoutTable(document: Document): boolean {
  if (document.body.tagName !== 'BODY') return false;
  const table = document.createElement('table');
  table.innerHTML = '<tbody><tr><td>メニュー<br>受注管理</td><td></td></tr></tbody>';
  table.rows[0]?.cells[1]?.append(...document.body.childNodes);
  document.body.append(table);
  return true;
}

const NOISE = [
  '<table class="cal"><tr><th>日</th><th>月</th><th>火</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
  '<table><tr><th>掲載日</th><th>件名</th></tr><tr><td>2026/01/10</td><td>ライセンスキーの有効期限について</td></tr></table>',
  '<table><tr><th>クーポン名</th><th>有効期限</th><th>状態</th></tr><tr><td>春の500円</td><td>2026/03/31</td><td>利用中</td></tr></table>',
  '<table><tr><th>ユーザ名</th><th>有効期限</th><th>状態</th></tr><tr><td>店長</td><td>2026/12/31</td><td>利用中</td></tr></table>',
  '<table><tr><td><a href="#">受注管理</a></td><td><a href="#">商品管理</a></td></tr></table>',
  '<div class="notice"><p>ライセンスキーの有効期限は発行から90日です。</p></div>',
  '<ul><li>アプリ名を変更した場合は再度登録してください。</li><li>有効期限が切れる前に更新してください。</li></ul>',
];

/** Something of another kind above or below all else. */
function noise(document: Document, pick: Pick): boolean {
  if (document.body.tagName !== 'BODY') return false;
  const html = `<div>${pick.oneOf(NOISE)}</div>`;
  document.body.insertAdjacentHTML(pick.bool() ? 'afterbegin' : 'beforeend', html);
  return true;
}

/** Rows that nobody sees. */
function hiddenRow(document: Document, pick: Pick): boolean {
  const row = anyOf(document, pick, 'tr');
  if (
    !row ||
    row.querySelector('table, [rowspan], form') ||
    row.closest('table')?.querySelector('[rowspan]')
  )
    return false;
  const twin = row.cloneNode(true) as HTMLElement;
  for (const cell of twin.querySelectorAll('td, th'))
    cell.textContent = pick.oneOf(['', '{{x}}', '-']);
  twin.setAttribute('style', 'display:none');
  row.after(twin);
  return true;
}

/** Comments, empty texts and program text between the elements. */
function litter(document: Document, pick: Pick): boolean {
  for (const el of [...document.body.querySelectorAll('td, div, li, dd, span')].slice(0, 40)) {
    if (pick.bool(0.3))
      el.before(document.createComment(pick.oneOf(['react-text', ' ng-repeat ', '/wp'])));
    if (pick.bool(0.2)) el.append(document.createTextNode('\n   '));
  }
  return true;
}

/** The attributes that frameworks leave. */
function attributes(document: Document, pick: Pick): boolean {
  for (const el of [...document.body.querySelectorAll('table, tr, td, th, div, span, li')].slice(
    0,
    200,
  )) {
    if (pick.bool(0.3)) el.setAttribute('data-v-3f2a', '');
    if (pick.bool(0.1)) el.setAttribute('data-reactid', String(pick.int(1, 900)));
  }
  return true;
}

/** Text broken into spans, as a search that marks what it found leaves it. */
function splitTexts(document: Document, pick: Pick): boolean {
  const walker = document.createTreeWalker(document.body, 4);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  let any = false;
  for (const text of texts) {
    const { data, parentElement: parent } = text;
    if (
      !parent ||
      data.trim().length < 2 ||
      !/^(TD|TH|SPAN|DIV|DD|P|B)$/.test(parent.tagName) ||
      !pick.bool(0.1)
    )
      continue;
    const span = document.createElement(pick.oneOf(['span', 'mark', 'em', 'font']));
    const rest = text.splitText(pick.int(1, data.length - 1));
    span.append(rest.data);
    rest.replaceWith(span);
    any = true;
  }
  return any;
}

/** Marks of ours that an earlier reading left. */
function ownMarks(document: Document, pick: Pick): boolean {
  const cells = [...document.body.querySelectorAll('td')].filter(
    (cell) => !cell.querySelector('table'),
  );
  for (const cell of cells.slice(0, 60)) {
    if (!pick.bool(0.2)) continue;
    const mark = document.createElement('span');
    mark.setAttribute('data-kagiban', 'mark');
    mark.textContent = '△ あと12日・更新あり';
    cell.append(mark);
  }
  return cells.length > 0;
}

const MUTATIONS: Record<string, Mutation> = {
  wrapped,
  inLayoutTable,
  noise,
  hiddenRow,
  litter,
  attributes,
  splitTexts,
  ownMarks,
};

/** Changes a page in some ways that leave what it says as it is; gives their names. */
export function mutate(document: Document, pick: Pick): string[] {
  if (pick.bool(0.4)) return [];
  const names = pick.some(Object.keys(MUTATIONS), pick.int(1, 3));
  return names
    .filter((name) => MUTATIONS[name]?.(document, pick))
    .map((name) => `mutation:${name}`);
}
