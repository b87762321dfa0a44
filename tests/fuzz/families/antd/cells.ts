import type { KeyTruth } from '../../truth.ts';
import type { Desk } from '../family.ts';

const CARET =
  '<span role="img" class="anticon"><svg viewBox="0 0 1024 1024" width="1em" height="1em" aria-hidden="true"><title>昇順で並び替え</title><path d="M858 689L530 308"></path></svg></span>';

/** The inside of a header cell: plain, sortable, or with a hint. */
export function headHtml({ ink, pick }: Desk, text: string): string {
  const title = ink.text(text);
  if (text === '') return '';
  const turn = pick.int(1, 8);
  if (turn === 1 && ink.knob('sortIcon', true)) {
    return `<div class="ant-table-column-sorters" title="クリックで昇順に並び替え"><span class="ant-table-column-title">${title}</span>${CARET}</div>`;
  }
  if (turn === 2 && ink.knob('hintInHead', true)) {
    return `${title}<span class="anticon" title="ライセンスキーの有効期限と状態を表示します" aria-label="ヘルプ"></span><div class="ant-tooltip" role="tooltip" style="display: none;">状態と有効期限について</div>`;
  }
  return turn === 3 ? `<span class="ant-table-column-title">${title}</span>` : title;
}

const COLORS: Record<string, string> = { active: 'green', expired: 'red', stopped: 'default' };

/** A state as tags, as a badge with a dot, or as text; at times with a hidden tooltip. */
export function stateWriter({
  ink,
  pick,
}: Desk): (key: { state: string; stateText: string }) => string {
  const style = ink.choice('state', pick.oneOf(['tags', 'oneTag', 'badge', 'plain', 'tooltip']));
  return ({ state, stateText }) => {
    const words = stateText.split(' ');
    if (style === 'tags') {
      return words
        .map(
          (word, i) =>
            `<span class="ant-tag ant-tag-${i ? 'orange' : (COLORS[state] ?? 'blue')}">${ink.plain(word)}</span>`,
        )
        .join('');
    }
    const text = ink.text(stateText);
    if (style === 'oneTag') return `<span class="ant-tag">${text}</span>`;
    if (style === 'badge') {
      return `<span class="ant-badge ant-badge-status"><span class="ant-badge-status-dot ant-badge-status-success"></span><span class="ant-badge-status-text">${text}</span></span>`;
    }
    if (style === 'tooltip') {
      return `<span aria-describedby="tip">${text}</span><div role="tooltip" style="display:none">有効期限切れになると利用できません</div>`;
    }
    return text;
  };
}

/** The end of the key, at times with the copy button that such libraries add. */
export function keyHtml({ ink, pick }: Desk): (text: string) => string {
  const style = ink.choice('keyCell', pick.oneOf(['plain', 'code', 'copyable', 'plain']));
  return (text) => {
    if (style === 'code') return `<code>${ink.text(text)}</code>`;
    if (style === 'copyable') {
      return `<span class="ant-typography">${ink.text(text)}<button class="ant-typography-copy" aria-label="コピー" type="button"><span role="img" aria-label="copy" class="anticon"></span></button></span>`;
    }
    return ink.text(text);
  };
}

/** A name, cut by CSS with the whole of it in the title, or linked. */
export function nameHtml({ ink, pick }: Desk): (text: string) => string {
  const style = ink.choice('nameCell', pick.oneOf(['plain', 'ellipsis', 'link', 'avatar']));
  return (text) => {
    if (style === 'ellipsis')
      return `<span class="ant-typography ant-typography-ellipsis" title="${ink.attr(text)}">${ink.text(text)}</span>`;
    if (style === 'link') return `<a href="#/apps/${text.length}">${ink.text(text)}</a>`;
    if (style === 'avatar')
      return `<span class="ant-avatar" aria-hidden="true"><img src="a.png" alt=""></span><span>${ink.text(text)}</span>`;
    return ink.text(text);
  };
}

/** The date as text or as a time element, late dates in red. */
export function dateHtml({ ink, pick }: Desk): (text: string, key: KeyTruth) => string {
  const style = ink.choice('dateCell', pick.oneOf(['plain', 'time', 'danger']));
  return (text, { expiresOn }) => {
    if (style === 'time' && expiresOn)
      return `<time datetime="${expiresOn}T23:59:59+09:00">${ink.text(text)}</time>`;
    if (style === 'danger')
      return `<span class="ant-typography ant-typography-danger">${ink.text(text)}</span>`;
    return ink.text(text);
  };
}
