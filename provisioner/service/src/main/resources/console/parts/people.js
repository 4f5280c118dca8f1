import { Failure, get, naming, post } from '../lib/api.js';
import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';
import { waiting } from './failure.js';

const { people } = texts;
const REF = /^(user|group):\S{1,255}$/;
const PERIOD = 400;
const ENDED = ['COMPLETED', 'FAILED', 'TERMINATED'];

const same = (one, other) => one.length === other.length && one.every((ref) => other.includes(ref));

/** Who has access to a port, and who is to have it: a list that is sent as a whole. */
class PeopleList extends Part {
  static properties = {
    component: {},
    known: { state: true },
    wanted: { state: true },
    failure: { state: true },
    busy: { state: true },
    said: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('component')) this.#load();
  }

  async #load() {
    this.known = this.wanted = undefined;
    this.said = '';
    try {
      const { access } = await get(`/v1/ports/${encodeURIComponent(this.component)}`);
      this.known = access ?? null;
      this.wanted = access ?? [];
      this.failure = undefined;
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      this.failure = failed;
    }
  }

  #add = (event) => {
    event.preventDefault();
    const input = event.target.elements.ref;
    const ref = input.value.trim();
    if (!REF.test(ref)) {
      this.said = people.form;
      return;
    }
    this.said = '';
    if (!this.wanted.includes(ref)) this.wanted = [...this.wanted, ref];
    input.value = '';
    input.focus();
  };

  #save = async () => {
    this.busy = true;
    this.said = people.saving;
    try {
      const request = naming(this.component);
      const token = await post('/v1/updateacl', { refs: this.wanted, provisionInfo: { request, result: '' } });
      await this.#settled(token);
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      this.said = failed.message || texts.state[failed.kind];
    }
    this.busy = false;
  };

  /** The task has its own page; here it only matters how it ends. */
  async #settled(token) {
    for (;;) {
      const { status, result } = await get(`/v1/provision/${token.replaceAll('"', '')}/status`);
      if (ENDED.includes(status)) {
        const done = status === 'COMPLETED';
        this.said = done ? people.saved : `${people.failed} ${result}`;
        if (done) {
          this.known = this.wanted;
          this.emit('granted', this.wanted);
        }
        return;
      }
      await new Promise((later) => setTimeout(later, PERIOD));
    }
  }

  render() {
    return html`
      <section class="panel stack people">
        <div>
          <h2>${people.title}</h2>
          <p class="muted small">${people.lead}</p>
        </div>
        ${this.#content()}
      </section>
    `;
  }

  #content() {
    if (this.failure) return html`<op-failure .failure=${this.failure} @again=${() => this.#load()}></op-failure>`;
    if (!this.wanted) return waiting(texts.state.loading);
    const unsaved = this.known === null || !same(this.known, this.wanted);
    return html`
      ${this.known === null ? html`<p class="small">${people.unknown}</p>` : nothing}
      ${this.wanted.length
        ? html`<ul class="plain chips">${this.wanted.map((ref) => this.#chip(ref))}</ul>`
        : html`<p class="muted">${people.none}</p>`}
      <form class="row people-add" @submit=${this.#add}>
        <label class="field grow">
          <span>${people.add}</span>
          <input name="ref" placeholder=${people.placeholder} autocomplete="off" spellcheck="false" />
        </label>
        <button class="button">${icon('plus')} ${people.addButton}</button>
      </form>
      <div class="row">
        <button class="button primary" ?disabled=${this.busy || !unsaved} @click=${this.#save}>
          ${this.busy ? html`<span class="spinner"></span>` : nothing} ${people.save}
        </button>
        <p class="small muted" role="status">${this.said || (unsaved ? people.unsaved : '')}</p>
      </div>
    `;
  }

  #chip(ref) {
    return html`<li class="chip">
      ${icon(ref.startsWith('group:') ? 'group' : 'user')} <span class="clip">${ref}</span>
      <button
        aria-label=${people.remove(ref)}
        @click=${() => (this.wanted = this.wanted.filter((other) => other !== ref))}
      >${icon('cross')}</button>
    </li>`;
  }
}

define('op-people', PeopleList);
