import { html, type Html, type Piece } from '../../lib/html.ts';
import type { Markup } from '../model.ts';

export type Pair = readonly [name: string, value: Piece];

const classic = (pairs: readonly Pair[]): Html =>
  html` <table class="list pairs" border="1" cellspacing="0" cellpadding="4" width="100%">
    ${pairs.map(
      ([name, value]) =>
        html` <tr>
          <th align="left" width="180" bgcolor="#e8e4da">${name}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </table>`;

const definitions = (pairs: readonly Pair[]): Html =>
  html` <dl class="pairs">
    ${pairs.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

const modern = (pairs: readonly Pair[]): Html =>
  html` <table class="modern pairs">
    <tbody>
      ${pairs.map(
        ([name, value]) =>
          html` <tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** Names and values, written as the shop's markup writes them. */
export const pairsIn = (markup: Markup, pairs: readonly Pair[]): Html =>
  ({ a: classic, b: definitions, c: modern })[markup](pairs);

/** Columns and rows, as a table of the shop's markup. */
export const rowsIn = (markup: Markup, head: readonly string[], rows: readonly Piece[][]): Html =>
  html` <table
    class="${markup === 'a' ? 'list' : 'modern'}"
    border="${markup === 'a' ? 1 : 0}"
    cellspacing="0"
    cellpadding="4"
    width="100%"
  >
    <tr>
      ${head.map((name) => html`<th>${name}</th>`)}
    </tr>
    ${rows.map(
      (cells) =>
        html`<tr>
          ${cells.map((cell) => html`<td>${cell}</td>`)}
        </tr>`,
    )}
  </table>`;
