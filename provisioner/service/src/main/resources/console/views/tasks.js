import { Failure, get, onSignIn } from '../lib/api.js';
import { follow } from '../lib/events.js';
import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { href, refine } from '../lib/route.js';
import { texts } from '../texts.js';
import { empty, waiting } from '../parts/failure.js';
import '../parts/task-list.js';
import '../parts/task.js';

const { tasks } = texts;
const STATES = ['RUNNING', 'COMPLETED', 'FAILED', 'TERMINATING', 'TERMINATED'];
const PAGE = 200;
const DEBOUNCE = 400;

/** All tasks as they change, and one of them in full. */
class TasksView extends Part {
  static properties = {
    query: { attribute: false },
    service: { attribute: false },
    tasks: { state: true },
    next: { state: true },
    live: { state: true },
    failure: { state: true },
  };

  #following;
  #asked;
  #loading = false;
  #timer;

  constructor() {
    super();
    this.live = true;
  }

  connectedCallback() {
    super.connectedCallback();
    this.leave = onSignIn(() => this.#begin());
    if (this.hasUpdated) this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.leave();
    this.#following?.abort();
    clearTimeout(this.#timer);
  }

  willUpdate() {
    const asked = `${this.query.state ?? ''} ${this.query.component ?? ''}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#begin();
    }
  }

  #path(more) {
    const { state, component } = this.query;
    const wanted = { state, component, limit: PAGE, ...more };
    const given = Object.entries(wanted).filter(([, value]) => value);
    return `/tasks?${new URLSearchParams(given)}`;
  }

  async #begin() {
    this.#following?.abort();
    const { signal } = (this.#following = new AbortController());
    try {
      const page = await get(this.#path(), signal);
      this.failure = undefined;
      this.tasks = page.tasks;
      this.next = page.next;
    } catch (failed) {
      if (signal.aborted) return;
      if (!(failed instanceof Failure)) throw failed;
      this.failure = failed;
      return;
    }
    const component = this.query.component ? `?component=${encodeURIComponent(this.query.component)}` : '';
    const heard = {
      event: (name, data) => (this.#merge(data.tasks), name === 'reload' && this.#refresh(signal)),
      live: (live) => (this.live = live),
      failed: (failure) => (this.failure = failure),
    };
    follow(`/tasks/events${component}`, heard, signal);
  }

  /** More has changed than was told: the newest page is asked for, the rest of the list stays. */
  async #refresh(signal) {
    const page = await get(this.#path(), signal).catch(() => undefined);
    if (page) this.#merge(page.tasks);
  }

  /** New ones come first; those that no longer fit the filter go. */
  #merge(changed) {
    const { state } = this.query;
    const byToken = new Map(changed.map((task) => [task.token, task]));
    const known = this.tasks.map((task) => {
      const now = byToken.get(task.token) ?? task;
      byToken.delete(task.token);
      return now;
    });
    const all = [...byToken.values(), ...known].filter((task) => !state || task.state === state);
    this.tasks = all.sort((one, other) => other.acceptedAt.localeCompare(one.acceptedAt));
  }

  #more = async () => {
    if (this.#loading || !this.next) return;
    this.#loading = true;
    const page = await get(this.#path({ before: this.next })).catch(() => undefined);
    if (page) {
      const known = new Set(this.tasks.map((task) => task.token));
      this.tasks = [...this.tasks, ...page.tasks.filter((task) => !known.has(task.token))];
      this.next = page.next;
    }
    this.#loading = false;
  };

  #typed = (event) => {
    const component = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => refine({ component }), DEBOUNCE);
  };

  render() {
    const { task } = this.query;
    return html`
      <div class="view">
        <div class="view-head">
          <div><h1>${tasks.title}</h1><p>${tasks.lead}</p></div>
          <span class="tag ${this.live ? 'good' : 'warn'}" role="status">
            ${icon(this.live ? 'check' : 'clock')} ${this.live ? tasks.live : tasks.notLive}
          </span>
        </div>
        <div class="tasks ${task ? 'one-task' : ''}">
          <section class="panel flush task-panel" aria-label=${tasks.title}>
            ${this.#filters()} ${this.#list(task)}
          </section>
          <section class="task-detail" aria-label=${tasks.steps}>
            ${task ? this.#detail(task) : html`<div class="panel">${empty(tasks.choose, '')}</div>`}
          </section>
        </div>
      </div>
    `;
  }

  #filters() {
    const { state = '', component = '' } = this.query;
    return html`<form class="row task-filters" @submit=${(event) => event.preventDefault()}>
      <label class="field">
        <span>${tasks.filterState}</span>
        <select @change=${(event) => refine({ state: event.target.value })}>
          <option value="" ?selected=${!state}>${tasks.anyState}</option>
          ${STATES.map((name) => html`<option value=${name} ?selected=${state === name}>${tasks.states[name]}</option>`)}
        </select>
      </label>
      <label class="field grow">
        <span>${tasks.filterComponent}</span>
        <input .value=${component} placeholder="urn:…" spellcheck="false" @input=${this.#typed} />
      </label>
    </form>`;
  }

  #list(chosen) {
    if (this.failure) return html`<op-failure .failure=${this.failure} @again=${() => this.#begin()}></op-failure>`;
    if (!this.tasks) return waiting(texts.state.loading);
    if (this.tasks.length === 0) {
      const filtered = this.query.state || this.query.component;
      return filtered ? empty(tasks.noneFound, tasks.noneFoundLead) : empty(tasks.none, tasks.noneLead);
    }
    return html`<op-task-list
      .tasks=${this.tasks}
      .query=${this.query}
      chosen=${chosen ?? nothing}
      ?more=${Boolean(this.next)}
      @more=${this.#more}
    ></op-task-list>`;
  }

  #detail(token) {
    const { task, ...list } = this.query;
    return html`
      <a class="button quiet small task-back" href=${href('tasks', list)}>${tasks.back}</a>
      <op-task token=${token} .query=${this.query} .service=${this.service}></op-task>
    `;
  }
}

define('op-tasks-view', TasksView);
