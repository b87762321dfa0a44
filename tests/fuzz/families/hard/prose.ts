import { lines } from '../../ink.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { keepFew, plainPage } from './parts.ts';

function compose(desk: Desk): string {
  const { truth, ink, values } = desk;
  keepFew(desk, 6);
  const sentences = truth.keys.map((k) => {
    const end =
      k.last4 === null
        ? 'ライセンスキーは未発行です'
        : `ライセンスキーの末尾4桁は「${k.last4}」です`;
    const on = k.impossibleDate ?? (k.expiresOn ? values.date(k.expiresOn) : 'ありません');
    const text = `${k.developer ?? ''}の「${k.app ?? ''}」の状態は「${k.stateText}」、有効期限は${on}。${end}。`;
    return `<li>${ink.text(text)}</li>`;
  });
  return plainPage(desk, lines('<ul>', sentences, '</ul>'));
}

/** A sentence for each key: whoever can't read it must say so. */
export const prose = family('prose', ['keysOnly'], compose);
