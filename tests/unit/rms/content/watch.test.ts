// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Page } from '../../../../entrypoints/rms-gate/page.ts';
import { keepWatch } from '../../../../entrypoints/rms-reader/watch.ts';
import type { PageAnswer } from '../../../../utils/messages/protocol.ts';
import type { PageNote } from '../../../../utils/overview/note.ts';
import type { Reading } from '../../../../utils/model/reading.ts';
import { AppError } from '../../../../utils/model/errors.ts';
import { lifeUntil } from './life.ts';

const HEAD =
  '<a id="com_header_shop_url" href="https://www.rakuten.co.jp/hanaya/">花屋</a><h2>アプリ一覧</h2>';
const H = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態'];
const row = (...cells: string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const GOQ = row('株式会社GoQSystem', 'GoQ', '末尾4桁: IANT', '2025/06/20', '利用中');
const OWN = row('店舗様', '自社', '末尾4桁: A9FR', '2025/05/26', '利用中');
const list = (...rows: string[]): string =>
  `${HEAD}<table><thead><tr>${H.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;

interface World {
  sent: Reading[];
  answer: Omit<PageAnswer, 'stored'> | AppError;
  end: () => void;
}

/** Starts the script on the document as it stands, with a background that answers as told. */
function start(answer: World['answer'] = { problem: null, notes: [] }): World {
  const end = new AbortController();
  const world: World = { sent: [], answer, end: () => end.abort() };
  const life = lifeUntil(end.signal);
  const page: Page = {
    document,
    t: (key, values) => [key, ...(values ?? [])].join(' '),
    now: () => Date.now(),
    send: ((_: string, payload: { reading: Reading }) => {
      world.sent.push(payload.reading);
      const { answer } = world;
      return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer);
    }) as Page['send'],
  };
  keepWatch(life, page);
  started.push(world);
  return world;
}

const marks = (kind = 'mark'): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-kagiban="${kind}"]`),
];
const shown = (): string[] =>
  marks().map(({ dataset }) => `${dataset['last4']} ${dataset['daysLeft']}`);
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const body = (): Element => document.querySelector('tbody') as Element;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2025, 4, 24, 3) });
});
const started: World[] = [];
afterEach(() => {
  for (const world of started.splice(0)) world.end();
  document.body.innerHTML = '';
  vi.useRealTimers();
});

describe('reading and reporting', () => {
  test('at once what was read, after 2 s that it is complete, then nothing more', async () => {
    document.body.innerHTML = list(GOQ, OWN);
    const { sent } = start();
    expect(sent.map(({ licenseCoverage }) => licenseCoverage)).toEqual(['partial']);
    await pass(60_000);
    expect(sent.map(({ licenseCoverage }) => licenseCoverage)).toEqual(['partial', 'complete']);
  });

  test('a list that is drawn late, row by row', async () => {
    document.body.innerHTML = `${HEAD}<p>読み込み中</p>`;
    const { sent } = start();
    await pass(5000);
    document.querySelector('p')?.remove();
    document.body.insertAdjacentHTML('beforeend', list().slice(HEAD.length));
    await pass(5000);
    expect(marks('unreadable')).toEqual([]);
    body().insertAdjacentHTML('beforeend', GOQ);
    await pass(500);
    body().insertAdjacentHTML('beforeend', OWN);
    await pass(5000);
    expect(shown()).toEqual(['IANT 27', 'A9FR 2']);
    expect(sent.filter(({ pageClass }) => pageClass !== 'keys')).toEqual([]);
    expect(sent.at(-1)).toMatchObject({
      licenseCoverage: 'complete',
      licenses: [{ last4: 'IANT' }, { last4: 'A9FR' }],
    });
  });

  test('a list that stays empty alarms after 10 s of quiet, and no longer once it is there', async () => {
    document.body.innerHTML = list();
    const { sent } = start();
    await pass(9000);
    expect(sent).toEqual([]);
    await pass(2000);
    expect(sent).toMatchObject([{ pageClass: 'unreadable' }]);
    expect(marks('unreadable')).toHaveLength(1);
    body().insertAdjacentHTML('beforeend', GOQ);
    await pass(5000);
    expect(marks('unreadable')).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ pageClass: 'keys', licenseCoverage: 'complete' });
  });

  test('a filter makes the list partial, also where only the box has changed', async () => {
    document.body.innerHTML = list(GOQ, OWN).replace(
      '<table',
      'キーワード検索 <input type="text"><table',
    );
    const { sent } = start();
    await pass(5000);
    const box = document.querySelector('input') as HTMLInputElement;
    box.value = 'GoQ';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await pass(5000);
    expect(sent.at(-1)?.licenseCoverage).toBe('partial');
  });

  test('another page without a reload', async () => {
    document.body.innerHTML = list(GOQ);
    const { sent } = start();
    await pass(3000);
    document.body.innerHTML = '<h2>お問い合わせ</h2>';
    await pass(3000);
    expect(sent.at(-1)).toMatchObject({ licenses: [{ last4: 'IANT' }] });
    expect(marks()).toEqual([]);
    document.body.innerHTML = list(OWN);
    await pass(3000);
    expect(sent.at(-1)).toMatchObject({ licenses: [{ last4: 'A9FR' }] });
  });

  test('what the background could not take is sent again, and what it could not store is said', async () => {
    document.body.innerHTML = list(GOQ);
    const world = start(new AppError('unexpected'));
    await pass(3000);
    const tries = world.sent.length;
    world.answer = { problem: 'storeFull', notes: [] };
    await pass(20_000);
    expect(world.sent.length).toBe(tries + 1);
    expect(world.sent.at(-1)?.licenseCoverage).toBe('complete');
    expect(marks('notice').map(({ textContent }) => textContent)).toEqual([
      'mark.by: mark.storeFull',
    ]);
  });
});

describe('what the ledger says of the page', () => {
  const note: PageNote = {
    kind: 'since',
    title: '題',
    groups: [{ title: '組', lines: ['一', '<b>二</b>'] }],
    foot: ['終'],
  };
  const blocks = (): string[] => marks('since').map(({ textContent }) => textContent ?? '');

  test('stands below the heading as text, once, and goes when it is no longer said', async () => {
    document.body.innerHTML = list(GOQ);
    const world = start({ problem: null, notes: [note] });
    await pass(3000);
    expect(blocks()).toEqual(['mark.by: 題組一<b>二</b>終']);
    expect(marks('since')[0]?.previousElementSibling?.tagName).toBe('H2');
    world.answer = { problem: null, notes: [] };
    body().insertAdjacentHTML('beforeend', OWN);
    await pass(5000);
    expect(blocks()).toEqual([]);
  });

  test('is put back three times where the page removes it', async () => {
    document.body.innerHTML = list(GOQ);
    start({ problem: null, notes: [note] });
    await pass(3000);
    for (let i = 0; i < 3; i += 1) {
      for (const block of marks('since')) block.remove();
      await pass(3000);
      expect(blocks()).toHaveLength(1);
    }
    for (const block of marks('since')) block.remove();
    await pass(3000);
    expect(blocks()).toEqual([]);
  });
});

describe('marks', () => {
  test('stand inside the state cell and change with it', async () => {
    document.body.innerHTML = list(OWN);
    start();
    const [mark] = marks();
    expect(mark?.closest('td')?.cellIndex).toBe(4);
    const date = document.querySelectorAll('td')[3] as Element;
    date.textContent = '2025/05/23';
    await pass(2000);
    expect(shown()).toEqual(['A9FR -1']);
  });

  test('count on at midnight in Japan', async () => {
    document.body.innerHTML = list(OWN);
    start();
    expect(shown()).toEqual(['A9FR 2']);
    await pass(13 * 3_600_000);
    expect(shown()).toEqual(['A9FR 1']);
  });

  test('a page that removes them gets them back three times, then one line above the list', async () => {
    document.body.innerHTML = list(GOQ, OWN);
    start();
    for (let i = 0; i < 3; i += 1) {
      for (const mark of marks()) mark.remove();
      await pass(2000);
      expect(shown()).toEqual(['IANT 27', 'A9FR 2']);
    }
    for (const mark of marks()) mark.remove();
    await pass(2000);
    expect(marks('line')).toHaveLength(1);
    expect(marks('line')[0]?.nextElementSibling?.tagName).toBe('TABLE');
    expect(shown()).toEqual(['IANT 27', 'A9FR 2']);
    expect(document.querySelectorAll('td [data-kagiban]')).toHaveLength(0);
  });

  test('go with the extension, and a second start leaves one set', async () => {
    document.body.innerHTML = list(GOQ);
    const first = start();
    first.end();
    expect(document.querySelectorAll('[data-kagiban]')).toHaveLength(0);
    start();
    await pass(3000);
    expect(shown()).toEqual(['IANT 27']);
    const count = first.sent.length;
    body().insertAdjacentHTML('beforeend', OWN);
    await pass(3000);
    expect(first.sent).toHaveLength(count);
  });
});
