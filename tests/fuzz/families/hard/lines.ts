import { lines } from '../../ink.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

function compose(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  keepFew(desk, 20);
  const colon = pick.oneOf(['：', ': ', ' ']);
  const style = ink.choice('text', pick.oneOf(['breaks', 'paragraphs', 'pre']));
  const entries = truth.keys.map((key) => {
    const texts = [
      `■アプリ名${colon}${key.app ?? ''}`,
      `アプリ登録者${colon}${key.developer ?? ''}`,
      `ライセンスキー${colon}${values.last4(key).replace('\n', ' ')}`,
      `有効期限${colon}${values.expires(key).replace('\n', ' ')}`,
      `状態${colon}${key.stateText}`,
    ].map((text) => ink.text(text));
    if (style === 'paragraphs')
      return lines(
        '<div>',
        texts.map((t) => `<p>${t}</p>`),
        '</div>',
      );
    return style === 'breaks'
      ? `${texts.join('<br>\n')}<br><a href="#">詳細</a><hr>`
      : texts.join('\n');
  });
  return plainPage(desk, style === 'pre' ? `<pre>${entries.join('\n\n')}</pre>` : lines(entries));
}

/** Lines of text, as a page for mobile phones writes them. */
export const textLines = family('textLines', ['keysOnly'], compose, { sloppy: false });
