import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { bare } from '../lib/sdl.js';
import { names } from '../lib/names.js';
import { texts } from '../texts.js';

const { plan } = texts;
const MOST = 12;

export const box = (symbol, title, content) =>
  html`<li class="box"><h3>${icon(symbol)} ${title}</h3><div class="box-body">${content}</div></li>`;

/** As many columns as fit, with their types, and what comes after them. */
export const columnList = (columns, after = nothing) => {
  const rest = columns.length - MOST;
  return html`
    <ul class="plain columns">
      ${columns.slice(0, MOST).map((column) => html`
        <li>${icon('eye')} <span><code>${names(column.name)}</code> <span class="muted">${bare(column.type)}</span></span></li>
      `)}
      ${rest > 0 ? html`<li class="muted">${plan.moreColumns(rest)}</li>` : nothing}
      ${after}
    </ul>
  `;
};

export const people = (refs) => {
  if (!refs) return html`<span class="muted">${plan.unknownPeople}</span>`;
  if (refs.length === 0) return html`<span class="muted">${plan.nobody}</span>`;
  return html`<ul class="plain chips">
    ${refs.map((ref) => html`<li class="chip">${icon(ref.startsWith('group:') ? 'group' : 'user')} ${ref}</li>`)}
  </ul>`;
};

/** A port from its source to its consumers, as a row of boxes that data flows through. */
class PortPicture extends Part {
  static properties = { picture: { attribute: false } };

  render() {
    const { picture } = this;
    return html`
      <ol class="picture plain">
        ${box('database', plan.source, html`
          <strong class="mono">${names(picture.source.place ?? picture.source.name)}</strong>
          <span class="muted">${picture.source.technology}</span>
          ${picture.source.name && picture.source.place ? html`<code class="muted">${names(picture.source.name)}</code>` : nothing}
        `)}
        ${box('table', plan.table, html`
          ${picture.table ? html`<strong class="mono">${names(picture.table)}</strong>` : nothing}
          ${columnList(picture.shown, this.#hidden(picture.hidden))}
        `)}
        ${box('shield', plan.permission, html`
          ${picture.role ? html`<strong class="mono">${names(picture.role)}</strong>` : nothing}
          <span class="tag">${picture.aggregations ? plan.aggregations : plan.noAggregations}</span>
        `)}
        ${box('graph', plan.rootFields, html`
          <ul class="plain stack-small">${picture.rootFields.map((name) => html`<li><code>${names(name)}</code></li>`)}</ul>
        `)}
        ${box('user', plan.people, people(picture.people))}
      </ol>
    `;
  }

  #hidden(columns) {
    return columns.map((column) => html`
      <li class="hidden-column" title=${column.reason}>
        ${icon('hidden')}
        <span><code>${names(column.name)}</code> <span class="muted">${column.reason || plan.hidden}</span></span>
      </li>
    `);
  }
}

define('op-picture', PortPicture);
