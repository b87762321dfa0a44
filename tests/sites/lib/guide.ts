import { html, type Html } from './html.ts';

/** The demo's own bar: what to try on this page. Clearly not part of the page it stands on. */
export const guideBar = (
  lines: readonly string[],
  links: readonly (readonly [string, string])[] = [],
): Html =>
  html` <aside
    class="stand-in-guide"
    style="border:2px dashed #5b4bb7;background:#f3f1ff;color:#231a5e;font:13px/1.7 system-ui,sans-serif;padding:6px 12px;margin:0"
  >
    <b>【練習用の画面】</b
    >これは本物ではありません。${lines.map((line) => html`<div>・${line}</div>`)}
    ${links.length > 0 && html`<div>${links.map(([href, text]) => html`<a href="${href}" style="margin-right:14px;color:#3b2aa0">${text}</a>`)}</div>`}
  </aside>`;
