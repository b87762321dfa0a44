import { html, type Html } from '../../lib/html.ts';
import { HEADINGS, manual, SEARCH_NOTES } from './parts.ts';

/** Markup B: an empty frame, drawn by `client/late-list.js` after a fetch, out of blocks with ARIA roles. */
export const lateList = (lateMs: number): Html =>
  html` <div id="app-root" data-late="${lateMs}">
    <section class="panel">
      <h2>${HEADINGS.apps}</h2>
      ${manual}
      <div class="search">
        <label>キーワード検索: <input type="search" id="app-search" /></label
        ><button type="button" id="app-go">検索</button
        ><span class="note">${SEARCH_NOTES.apps}</span>
      </div>
      <div id="app-list" aria-busy="true"><p class="loading">読み込み中です…</p></div>
    </section>
    <section class="panel">
      <h2>${HEADINGS.events}</h2>
      ${manual}
      <div class="search">
        <label>キーワード検索: <input type="search" id="event-search" /></label
        ><button type="button" id="event-go">検索</button
        ><span class="note">${SEARCH_NOTES.events}</span>
      </div>
      <div id="event-list" aria-busy="true"><p class="loading">読み込み中です…</p></div>
    </section>
  </div>`;
