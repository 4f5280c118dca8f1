import { names } from '../lib/names.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';
import { box, columnList, people } from './picture.js';

const { plan } = texts;

/** A share from its storage to its readers, as a row of boxes that data flows through. */
class SharePicture extends Part {
  static properties = { picture: { attribute: false } };

  render() {
    const { tables, declared, people: readers } = this.picture;
    return html`
      <ol class="picture plain">
        ${box('database', plan.storage, this.#storage(declared))}
        ${tables.map((table) => box('table', plan.table, this.#table(table)))}
        ${box('graph', plan.share, html`<strong class="mono">${names(tables[0]?.name.split('.')[0] ?? '')}</strong>`)}
        ${box('user', plan.people, people(readers))}
      </ol>
    `;
  }

  #storage(declared) {
    if (!Array.isArray(declared)) return nothing;
    return html`<ul class="plain stack-small">
      ${declared.map((table) => html`<li><code>${names(`${table?.storage ?? ''}/${table?.path ?? ''}`)}</code></li>`)}
    </ul>`;
  }

  #table({ name, columns, partitions }) {
    return html`
      <strong class="mono">${names(name.slice(name.indexOf('.') + 1))}</strong>
      ${columnList(columns)}
      ${partitions.length ? html`<span class="tag">${plan.partitioned(partitions)}</span>` : nothing}
    `;
  }
}

define('op-share-picture', SharePicture);
