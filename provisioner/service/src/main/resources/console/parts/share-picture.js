import { icon } from '../lib/icons.js';
import { names } from '../lib/names.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';
import { people } from './picture.js';

const { plan } = texts;
const MOST = 12;

/** A share from its storage to its readers, as a row of boxes that data flows through. */
class SharePicture extends Part {
  static properties = { picture: { attribute: false } };

  render() {
    const { tables, declared, people: readers } = this.picture;
    return html`
      <ol class="picture plain">
        ${this.#box('database', plan.storage, this.#storage(declared))}
        ${tables.map((table) => this.#box('table', plan.table, this.#table(table)))}
        ${this.#box('graph', plan.share, html`<strong class="mono">${names(tables[0]?.name.split('.')[0] ?? '')}</strong>`)}
        ${this.#box('user', plan.people, people(readers))}
      </ol>
    `;
  }

  #box(symbol, title, content) {
    return html`<li class="box"><h3>${icon(symbol)} ${title}</h3><div class="box-body">${content}</div></li>`;
  }

  #storage(declared) {
    if (!Array.isArray(declared)) return nothing;
    return html`<ul class="plain stack-small">
      ${declared.map((table) => html`<li><code>${names(`${table?.storage ?? ''}/${table?.path ?? ''}`)}</code></li>`)}
    </ul>`;
  }

  #table({ name, columns, partitions }) {
    const rest = columns.length - MOST;
    return html`
      <strong class="mono">${names(name.slice(name.indexOf('.') + 1))}</strong>
      <ul class="plain columns">
        ${columns.slice(0, MOST).map((column) => html`
          <li>${icon('eye')} <span><code>${names(column.name)}</code> <span class="muted">${column.type}</span></span></li>
        `)}
        ${rest > 0 ? html`<li class="muted">${plan.moreColumns(rest)}</li>` : nothing}
      </ul>
      ${partitions.length ? html`<span class="tag">${plan.partitioned(partitions)}</span>` : nothing}
    `;
  }
}

define('op-share-picture', SharePicture);
