import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';
import './code.js';

const words = texts.try;
const MOST_ROWS = 200;

const rowsOf = (data) => Object.values(data ?? {}).find((value) => Array.isArray(value) && value.every((row) => row && typeof row === 'object'));

/** Hasura says so when the webhook or the role does not let somebody in, and otherwise when the query is no query. */
const REFUSALS = ['access-denied', 'invalid-headers', 'invalid-jwt'];

const kindOf = ({ answer }) => {
  if (!answer.errors?.length) return 'granted';
  const refused = answer.errors.some(
    (error) => REFUSALS.includes(error.extensions?.code) || /not found in type|unauthorized/i.test(error.message),
  );
  return refused ? 'refused' : 'wrong';
};

const TONES = { granted: ['good', 'check'], refused: ['bad', 'cross'], wrong: ['warn', 'alert'] };

/** What one consumer got. */
class Answer extends Part {
  static properties = { name: {}, result: { attribute: false } };

  render() {
    const { failure } = this.result;
    if (failure) {
      return html`<section class="panel stack" aria-label=${words.result(this.name)}>
        <h2>${icon('user')} ${this.name}</h2>
        <op-failure .failure=${failure}></op-failure>
      </section>`;
    }
    const kind = kindOf(this.result);
    const [tone, symbol] = TONES[kind];
    const rows = rowsOf(this.result.answer.data);
    return html`<section class="panel stack answer" aria-label=${words.result(this.name)}>
      <div class="row spread">
        <h2 class="row">${icon('user')} ${this.name}</h2>
        <span class="row">
          <span class="tag ${tone}">${icon(symbol)} ${words[kind]}</span>
          ${rows ? html`<span class="muted small">${words.rows(rows.length)}</span>` : nothing}
          <span class="muted small">${words.took(this.result.millis)}</span>
        </span>
      </div>
      ${kind !== 'granted'
        ? html`<ul class="remarks">${this.result.answer.errors.map((error) => html`<li>${error.message}</li>`)}</ul>`
        : rows?.length
          ? this.#table(rows)
          : html`<op-code .text=${JSON.stringify(this.result.answer.data, null, 2)}></op-code>`}
    </section>`;
  }

  #table(rows) {
    const columns = Object.keys(rows[0]);
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${words.result(this.name)}>
      <table>
        <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>
          ${rows.slice(0, MOST_ROWS).map((row) => html`<tr>${columns.map((column) => html`<td>${shown(row[column])}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }
}

const shown = (value) => (value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value));

define('op-answer', Answer);
