import { Failure, call } from '../lib/api.js';
import { follow } from '../lib/events.js';
import { clock, duration, moment, when } from '../lib/format.js';
import { icon } from '../lib/icons.js';
import { names } from '../lib/names.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { href } from '../lib/route.js';
import { isOpen, taskState } from '../lib/states.js';
import { texts } from '../texts.js';
import './confirm.js';
import { waiting } from './failure.js';
import './timeline.js';

const { tasks } = texts;
const TONES = { WARNING: 'warn', ERROR: 'bad', DEBUG: '', INFO: '' };
const TICK = 1000;
const CHANGES = ['PROVISION', 'UNPROVISION', 'UPDATE_ACL', 'REPAIR'];

/** One task as it goes: its steps in time, its log, its tries, and the button that stops it. */
class TaskStory extends Part {
  static properties = {
    token: {},
    query: { attribute: false },
    service: { attribute: false },
    task: { state: true },
    log: { state: true },
    live: { state: true },
    failure: { state: true },
    said: { state: true },
    now: { state: true },
  };

  #following;

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => (this.now = Date.now()), TICK);
    if (this.hasUpdated) this.#follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.#following?.abort();
  }

  willUpdate(changed) {
    if (changed.has('token')) this.#follow();
  }

  #follow() {
    this.#following?.abort();
    const { signal } = (this.#following = new AbortController());
    Object.assign(this, { task: undefined, log: [], live: true, failure: undefined, said: '', now: Date.now() });
    const heard = {
      event: (name, data) => {
        if (signal.aborted) return;
        if (name === 'log') this.log = [...this.log, data];
        else this.task = data;
        // All of it is told: there is nothing left to wait for.
        if (name === 'task' && !isOpen(data)) this.#following.abort();
      },
      live: (live) => (this.live = live),
      failed: (failure) => (this.failure = failure),
    };
    follow(`/tasks/${encodeURIComponent(this.token)}/events`, heard, signal);
  }

  updated(changed) {
    const log = this.querySelector('.log');
    if (changed.has('log') && log && this.task && isOpen(this.task)) log.scrollTop = log.scrollHeight;
  }

  async #stop() {
    try {
      await call('DELETE', `/v1/provision/${this.token}`);
      this.said = tasks.stopped;
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      this.said = failed.message || texts.state[failed.kind];
    }
  }

  render() {
    if (this.failure) {
      return html`<op-failure .failure=${this.failure} @again=${() => this.#follow()}></op-failure>`;
    }
    if (!this.task) return waiting(texts.state.loading);
    return html`
      <div class="stack">
        ${this.#head(this.task)}
        ${this.#retries()}
        <section class="panel stack">
          <h2>${tasks.steps}</h2>
          <op-timeline .log=${this.log} .task=${this.task} .now=${this.now}></op-timeline>
        </section>
        <section class="panel stack">
          <h2>${tasks.log} <span class="count">${this.log.length}</span></h2>
          ${this.log.length ? this.#lines() : html`<p class="muted">${tasks.noLog}</p>`}
        </section>
      </div>
    `;
  }

  #head(task) {
    const open = isOpen(task);
    return html`<section class="panel stack">
      <div class="row spread">
        <div class="row">
          ${taskState(task)}
          <h2>${tasks.operations[task.operation] ?? task.operation}</h2>
          ${open && !this.live ? html`<span class="tag warn">${texts.state.reconnecting}</span>` : nothing}
        </div>
        ${open && CHANGES.includes(task.operation) && this.service?.role !== 'read'
          ? html`<op-confirm tone="danger" symbol="cross" label=${tasks.stop} ask=${tasks.stopAsk} @confirmed=${() => this.#stop()}></op-confirm>`
          : this.#next(task)}
      </div>
      <p><code>${task.component}</code></p>
      <dl class="facts">
        <div><dt>${tasks.accepted}</dt><dd>${moment(task.acceptedAt)}</dd></div>
        ${task.finishedAt ? html`<div><dt>${tasks.finished}</dt><dd>${moment(task.finishedAt)}, ${tasks.took(duration(Date.parse(task.finishedAt) - Date.parse(task.acceptedAt)))}</dd></div>` : nothing}
        <div><dt>${tasks.token}</dt><dd><code>${task.token}</code></dd></div>
        ${task.traceId ? html`<div><dt>${tasks.trace}</dt><dd>${this.#trace(task.traceId)}</dd></div>` : nothing}
      </dl>
      <p class="small muted" role="status">${this.said}</p>
    </section>`;
  }

  #trace(id) {
    const template = this.service?.traceUrl;
    return template && /^https?:/.test(template)
      ? html`<a href=${template.replace('{traceId}', id)} rel="noreferrer" target="_blank"><code>${id}</code></a>`
      : html`<code>${id}</code>`;
  }

  #next(task) {
    if (task.state !== 'COMPLETED' || !CHANGES.includes(task.operation) || task.operation === 'UNPROVISION') return nothing;
    return html`<div class="row">
      <a class="button small" href=${href('ports', { port: task.component })}>${icon('ports')} ${tasks.next.port}</a>
      <a class="button small primary" href=${href('try', { component: task.component })}>${icon('play')} ${tasks.next.try}</a>
    </div>`;
  }

  #retries() {
    const { attempt, nextDue } = this.task;
    const tries = this.log.filter((line) => line.phase === 'queue' && line.level === 'WARNING');
    if (attempt < 2 && tries.length === 0) return nothing;
    return html`<section class="panel stack">
      <h2>${tasks.retries} <span class="count">${attempt}</span></h2>
      <ol class="remarks">
        ${tries.map((line) => html`<li><time class="muted">${clock(line.timestamp)}</time> ${line.message}</li>`)}
      </ol>
      ${nextDue && isOpen(this.task) ? html`<p>${icon('clock')} ${tasks.nextTry(when(nextDue, this.now))}</p>` : nothing}
    </section>`;
  }

  #lines() {
    return html`<div class="log" tabindex="0" role="log" aria-label=${tasks.log}>
      ${this.log.map((line) => html`<div class="log-line ${TONES[line.level]}">
        <time datetime=${line.timestamp}>${clock(line.timestamp)}</time>
        <span class="log-phase">${tasks.phases[line.phase] ?? line.phase}</span>
        <span class="log-text">${line.level === 'INFO' ? nothing : html`<strong>${line.level}</strong> `}${names(line.message)}</span>
      </div>`)}
    </div>`;
  }
}

define('op-task', TaskStory);
