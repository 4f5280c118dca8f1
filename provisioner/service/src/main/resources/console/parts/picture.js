import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { bare } from '../lib/sdl.js';
import { names } from '../lib/names.js';
import { texts } from '../texts.js';

const { plan } = texts;
const MOST = 12;

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
        ${this.#box('database', plan.source, html`
          <strong class="mono">${names(picture.source.place ?? picture.source.name)}</strong>
          <span class="muted">${picture.source.technology}</span>
          ${picture.source.name && picture.source.place ? html`<code class="muted">${names(picture.source.name)}</code>` : nothing}
        `)}
        ${this.#box('table', plan.table, html`
          ${picture.table ? html`<strong class="mono">${names(picture.table)}</strong>` : nothing}
          ${this.#columns(picture)}
        `)}
        ${this.#box('shield', plan.permission, html`
          ${picture.role ? html`<strong class="mono">${names(picture.role)}</strong>` : nothing}
          <span class="tag">${picture.aggregations ? plan.aggregations : plan.noAggregations}</span>
        `)}
        ${this.#box('graph', plan.rootFields, html`
          <ul class="plain stack-small">${picture.rootFields.map((name) => html`<li><code>${names(name)}</code></li>`)}</ul>
        `)}
        ${this.#box('user', plan.people, people(picture.people))}
      </ol>
    `;
  }

  #box(symbol, title, content) {
    return html`<li class="box"><h3>${icon(symbol)} ${title}</h3><div class="box-body">${content}</div></li>`;
  }

  #columns({ shown, hidden }) {
    const rest = shown.length - MOST;
    return html`
      <ul class="plain columns">
        ${shown.slice(0, MOST).map((column) => html`
          <li>${icon('eye')} <span><code>${names(column.name)}</code> <span class="muted">${bare(column.type)}</span></span></li>
        `)}
        ${rest > 0 ? html`<li class="muted">${plan.moreColumns(rest)}</li>` : nothing}
        ${hidden.map((column) => html`
          <li class="hidden-column" title=${column.reason}>
            ${icon('hidden')}
            <span><code>${names(column.name)}</code> <span class="muted">${column.reason || plan.hidden}</span></span>
          </li>
        `)}
      </ul>
    `;
  }
}

define('op-picture', PortPicture);
