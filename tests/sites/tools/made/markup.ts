import { html, type Html, type Piece, raw } from '../../lib/html.ts';

/** A line of text in a made page: its id, what it is labelled with, what stands in it. */
export interface MadeField {
  id: string;
  label: string;
  value: string;
  masked?: boolean;
  maxLength?: number;
}

/** How a page may tie a label to its field. */
export const MARKUPS = [
  'labelFor',
  'labelAround',
  'tableRow',
  'definition',
  'placeholder',
  'ariaLabel',
  'columns',
] as const;
export type Markup = (typeof MARKUPS)[number];

const input = (field: MadeField, ...more: Piece[]): Html =>
  html`<input
    id="${field.id}"
    value="${field.value}"
    type="${field.masked ? 'password' : 'text'}"
    ${field.maxLength === undefined ? '' : raw(`maxlength="${field.maxLength}"`)}
    ${more}
  />`;

const ONE: Record<Exclude<Markup, 'columns'>, (field: MadeField) => Html> = {
  labelFor: (field) => html`<p><label for="${field.id}">${field.label}</label> ${input(field)}</p>`,
  labelAround: (field) => html`<p><label>${field.label} ${input(field)}</label></p>`,
  tableRow: (field) =>
    html`<table>
      <tr>
        <th>${field.label} <small>必須</small></th>
        <td>${input(field)}</td>
      </tr>
    </table>`,
  definition: (field) =>
    html`<dl>
      <dt>${field.label}</dt>
      <dd>${input(field)}</dd>
    </dl>`,
  placeholder: (field) =>
    html`<section>${input(field, html`placeholder="${field.label}"`)}</section>`,
  ariaLabel: (field) => html`<section>${input(field, html`aria-label="${field.label}"`)}</section>`,
};

/** A group of fields under its heading. */
export function group(heading: string, fields: MadeField[], markup: Markup): Html {
  if (fields.length === 0) return html``;
  if (markup !== 'columns' || fields.length === 1) {
    const one = ONE[markup === 'columns' ? 'tableRow' : markup];
    return html`<h3>${heading}</h3>
      ${fields.map(one)}`;
  }
  return html`<h3>${heading}</h3>
    <table>
      <tr>
        ${fields.map(({ label }) => html`<th>${label}</th>`)}
      </tr>
      <tr>
        ${fields.map((field) => html`<td>${input(field)}</td>`)}
      </tr>
    </table>`;
}
