import { Failure, get, post } from '../lib/api.js';
import { completing } from '../lib/completion.js';
import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { href, refine } from '../lib/route.js';
import { layout } from '../lib/query.js';
import { readSchema } from '../lib/sdl.js';
import { session } from '../lib/session.js';
import { texts } from '../texts.js';
import '../parts/answer.js';
import '../parts/editor.js';
import { empty, waiting } from '../parts/failure.js';
import '../parts/people.js';

const words = texts.try;
const MOST_PORTS = 500;

const isGraphql = (of) => of?.technology === 'hasura';

/** One query, asked as several consumers, with their answers side by side. */
class TryView extends Part {
  static properties = {
    query: { attribute: false },
    service: { attribute: false },
    text: { state: true },
    people: { state: true },
    answers: { state: true },
    running: { state: true },
    failure: { state: true },
    ports: { state: true },
  };

  #types = {};
  #known = '';

  constructor() {
    super();
    this.text = session.query;
    this.people = session.people;
    this.answers = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  get #component() {
    return this.query.component ?? (isGraphql(session.plan) ? session.plan.component : '');
  }

  async #load() {
    try {
      this.ports = (await get(`/v1/ports?limit=${MOST_PORTS}`)).ports.filter(
        (port) => port.state !== 'CLOSED' && isGraphql(port),
      );
      this.failure = undefined;
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      this.failure = failed;
    }
  }

  /** The schema that the plan has shown, else that of the port: consumers may not ask Hasura for theirs. */
  willUpdate() {
    const component = this.#component;
    if (component === this.#known) return;
    this.#known = component;
    this.#types = {};
    if (session.plan?.schema && session.plan.component === component) this.#learn(session.plan);
    else if (component) this.#ofPort(component);
  }

  async #ofPort(component) {
    const plan = await get(`/v1/ports/${encodeURIComponent(component)}/plan`).catch(() => undefined);
    if (plan?.schema && component === this.#component) this.#learn(plan);
  }

  #learn(plan) {
    // A share is no business of queries: its readers have a profile, and the plan shows what they run.
    if (!isGraphql(plan)) return;
    this.#types = readSchema(plan.schema.sdl);
    if (!this.text) this.#write(layout(plan.schema.exampleQuery));
  }

  #write(text) {
    this.text = text;
    session.query = text;
  }

  #ask(people) {
    this.people = people;
    session.people = people;
  }

  #add = (event) => {
    event.preventDefault();
    const input = event.target.elements.bearer;
    const name = input.value.trim();
    if (name && !this.people.includes(name)) this.#ask([...this.people, name]);
    input.value = '';
    input.focus();
  };

  #run = async () => {
    this.running = true;
    const { text: query } = this;
    const asked = await Promise.all(this.people.map(async (bearer) => [bearer, await this.#answer(query, bearer)]));
    this.answers = new Map(asked);
    this.running = false;
  };

  async #answer(query, bearer) {
    try {
      return await post('/v1/try', { query, bearer });
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      return { failure: failed };
    }
  }

  render() {
    return html`
      <div class="view">
        <div class="view-head"><div><h1>${words.title}</h1><p>${words.lead}</p></div>${this.#chooser()}</div>
        ${this.failure ? html`<op-failure .failure=${this.failure} @again=${() => this.#load()}></op-failure>` : nothing}
        ${this.service && !this.service.tryQueries ? html`<div class="panel">${empty(words.off, words.offLead)}</div>` : this.#content()}
      </div>
    `;
  }

  #chooser() {
    if (!this.ports?.length) return nothing;
    const chosen = this.#component;
    return html`<label class="field port-choice">
      <span>${words.port}</span>
      <select @change=${(event) => refine({ component: event.target.value })}>
        ${chosen ? nothing : html`<option value="">${words.noPort}</option>`}
        ${this.ports.map((port) => html`<option value=${port.component} ?selected=${port.component === chosen}>${port.component}</option>`)}
      </select>
    </label>`;
  }

  #content() {
    const component = this.#component;
    const deployed = this.ports?.some((port) => port.component === component);
    return html`
      <div class="halves try">
        <div class="panel flush editor-frame try-editor">
          <div class="editor-bar">
            <button class="button primary small" ?disabled=${!this.people.length || !this.text.trim() || this.running} @click=${this.#run}>
              ${this.running ? html`<span class="spinner"></span>` : icon('play')} ${words.run}
            </button>
            <span class="status">${words.completion}</span>
          </div>
          <op-editor
            label=${words.query}
            .language=${'graphql'}
            .hint=${words.query}
            .complete=${(context) => completing(this.#types)(context)}
            .value=${this.text}
            @edited=${({ detail }) => this.#write(detail)}
          ></op-editor>
        </div>
        <div class="stack">
          <section class="panel stack">
            <h2>${words.as}</h2>
            ${this.people.length ? html`<ul class="plain chips">${this.people.map((name) => this.#chip(name))}</ul>` : html`<p class="muted">${words.nobodyYet}</p>`}
            <form class="row people-add" @submit=${this.#add}>
              <label class="field grow"><span>${words.asHint}</span><input name="bearer" autocomplete="off" spellcheck="false" /></label>
              <button class="button">${icon('plus')} ${words.add}</button>
            </form>
          </section>
          ${deployed ? html`<op-people component=${component} @granted=${this.#granted}></op-people>` : nothing}
        </div>
      </div>
      ${this.#results()}
      ${component && this.ports && !deployed ? html`<p class="muted">${words.notHere}</p>` : nothing}
      ${!component ? html`<p class="muted">${words.noPortLead} <a href=${href('ports')}>${texts.views.ports}</a></p>` : nothing}
    `;
  }

  #granted = () => {
    if (this.answers.size) this.#run();
  };

  #chip(name) {
    return html`<li class="chip">
      ${icon('user')} <span class="clip">${masked(name)}</span>
      <button aria-label=${words.remove(masked(name))} @click=${() => this.#ask(this.people.filter((other) => other !== name))}>
        ${icon('cross')}
      </button>
    </li>`;
  }

  #results() {
    if (this.running && !this.answers.size) return waiting(words.running);
    if (!this.answers.size) return html`<div class="panel">${empty(words.empty, '')}</div>`;
    return html`<div class="answers" aria-live="polite">
      ${[...this.answers].map(([name, result]) => html`<op-answer name=${masked(name)} .result=${result}></op-answer>`)}
    </div>`;
  }
}

/** A name is shown as it is; of a real token only enough to tell it from others. */
const masked = (bearer) => (bearer.length > 40 ? `${bearer.slice(0, 6)}…${bearer.slice(-4)}` : bearer);

define('op-try-view', TryView);
