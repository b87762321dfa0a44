import { LINE_STYLE, own, style } from './look.ts';
import type { Page } from './page.ts';

/** アプリ一覧 (rms.md §3). A plain link: opening it is the person's act. */
const APP_LIST = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';

/** On the main menu, before anything was read: one line that leads to アプリ一覧. null = there is no reason for one. */
export async function showHint(page: Page): Promise<Element | null> {
  const { show } = await page.send('page.hint', {});
  if (!show || page.document.body.tagName === 'FRAMESET') return null;
  const line = own(page.document, 'div', 'hint', `${page.t('mark.by')}: ${page.t('mark.hint')} `);
  style(line, { ...LINE_STYLE, margin: '0' });
  const link = own(page.document, 'a', 'hint-link', page.t('mark.hintLink')) as HTMLAnchorElement;
  link.href = APP_LIST;
  style(link, { all: 'revert', font: 'inherit', color: '#2c3a9e' });
  const close = own(
    page.document,
    'button',
    'hint-close',
    page.t('mark.close'),
  ) as HTMLButtonElement;
  close.type = 'button';
  style(close, {
    all: 'revert',
    font: 'inherit',
    'margin-inline-start': '1em',
    padding: '2px 10px',
  });
  close.addEventListener('click', () => {
    line.remove();
    // Not dismissed for good then: the line comes again, which is the smaller harm.
    page.send('page.dismissHint', {}).catch(() => {});
  });
  line.append(link, close);
  page.document.body.prepend(line);
  return line;
}
