import { Failure, naming, onSignIn, post, provisioning } from '../lib/api.js';
import { follow } from '../lib/events.js';
import { moment, product, shortId, when } from '../lib/format.js';
import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { go, href, refine } from '../lib/route.js';
import { portState } from '../lib/states.js';
import { texts } from '../texts.js';
import '../parts/confirm.js';
import '../parts/day.js';
import { empty, waiting } from '../parts/failure.js';
import '../parts/people.js';

const words = texts.ports;
const ORDER = ['MISSING', 'DRIFTED', 'UNWATCHED', 'CLOSED', 'IN_SYNC'];
const PAGE = 100;

/** The ports that this service owns, those that need somebody first; and how the service has fared. */
class PortsView extends Part {
  static properties = {
    query: { attribute: false },
    service: { attribute: false },
    ports: { state: true },
    live: { state: true },
    failure: { state: true },
    said: { state: true },
    most: { state: true },
  };

  #following;

  constructor() {
    super();
    this.live = true;
    this.said = '';
    this.most = PAGE;
  }

  connectedCallback() {
    super.connectedCallback();
    this.leave = onSignIn(() => this.#follow());
    this.#follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.leave();
    this.#following?.abort();
  }

  #follow() {
    this.#following?.abort();
    const { signal } = (this.#following = new AbortController());
    this.failure = undefined;
    const heard = {
      event: (name, { ports, gone }) => {
        const known = new Map((this.ports ?? []).map((port) => [port.component, port]));
        gone.forEach((component) => known.delete(component));
        ports.forEach((port) => known.set(port.component, port));
        this.ports = [...known.values()].sort(
          (one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || one.component.localeCompare(other.component),
        );
      },
      live: (live) => (this.live = live),
      failed: (failure) => (this.failure = failure),
    };
    follow('/v1/ports/events', heard, signal);
  }

  async #do(path, body, said) {
    try {
      const answer = await post(path, body);
      this.said = said;
      return typeof answer === 'string' ? answer.replaceAll('"', '') : '';
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      this.said = failed.message || texts.state[failed.kind];
      return '';
    }
  }

  #follows = (token) => token && go('tasks', { task: token });

  #repair = async ({ component }) =>
    this.#follows(await this.#do(`/v1/ports/${encodeURIComponent(component)}/repair`, {}, ''));

  #remove = async ({ component }) =>
    this.#follows(await this.#do('/v1/unprovision', provisioning(naming(component)), ''));

  render() {
    return html`
      <div class="view">
        <div class="view-head">
          <div><h1>${words.title}</h1><p>${words.lead} ${words.mode[this.service?.driftCheck] ?? ''}</p></div>
          <div class="row">
            <span class="small muted" role="status">${this.said}</span>
            <button
              class="button"
              ?disabled=${this.service?.role === 'read' || this.service?.driftCheck === 'off'}
              @click=${() => this.#do('/v1/ports/check', {}, words.checked)}
            >${icon('again')} ${words.check}</button>
          </div>
        </div>
        ${this.#content()}
        <op-day></op-day>
      </div>
    `;
  }

  #content() {
    if (this.failure) return html`<op-failure .failure=${this.failure} @again=${() => this.#follow()}></op-failure>`;
    if (!this.ports) return this.live ? waiting(texts.state.loading) : this.#offline();
    if (this.ports.length === 0) {
      return html`<div class="panel">${empty(words.none, words.noneLead, html`<div class="row"><a class="button primary" href=${href('check')}>${texts.plan.toCheck}</a></div>`)}</div>`;
    }
    const { contains = '', port: chosen } = this.query;
    const found = this.ports.filter((port) => port.component.includes(contains));
    return html`
      ${this.live ? nothing : this.#offline()}
      <section class="panel flush">
        <div class="row port-bar">
          ${ORDER.map((state) => this.#count(state))}
          <label class="field port-filter"><span class="visually-hidden">${words.filter}</span>
            <input type="search" placeholder=${words.filter} .value=${contains} @input=${(event) => refine({ contains: event.target.value })} />
          </label>
        </div>
        <ul class="plain">${found.slice(0, this.most).map((port) => this.#port(port, port.component === chosen))}</ul>
        ${found.length > this.most
          ? html`<button class="button quiet" @click=${() => (this.most += PAGE)}>${texts.plan.moreColumns(found.length - this.most)}</button>`
          : nothing}
      </section>
    `;
  }

  #offline() {
    return html`<p class="notice-bar" role="status">${texts.state.reconnecting}</p>`;
  }

  #count(state) {
    const number = this.ports.filter((port) => port.state === state).length;
    return number ? html`<span class="row">${portState(state)} <span class="muted small">${number}</span></span>` : nothing;
  }

  #port(port, open) {
    return html`<li class="port">
      <details ?open=${open || port.differences.length > 0} @toggle=${(event) => this.#toggled(event, port, open)}>
        <summary class="port-head">
          ${portState(port.state)}
          <span class="port-name">
            <span class="clip"><strong>${shortId(port.component)}</strong> <span class="muted">${product(port.component)}</span></span>
            <span class="clip muted small">${port.table ?? ''}</span>
          </span>
          <span class="muted small port-when">
            ${port.driftedSince ? words.since(when(port.driftedSince)) : port.deployedAt ? words.deployed(when(port.deployedAt)) : nothing}
          </span>
        </summary>
        <div class="port-body stack">${this.#details(port, open)}</div>
      </details>
    </li>`;
  }

  #toggled(event, port, open) {
    if (event.target.open !== open && event.target.open !== port.differences.length > 0) {
      refine({ port: event.target.open ? port.component : '' });
    }
  }

  #details(port, open) {
    const mayNot = this.service?.role === 'read';
    return html`
      ${port.differences.length
        ? html`<div class="stack-small"><h3>${words.differences}</h3><ul class="remarks">${port.differences.map((text) => html`<li>${text}</li>`)}</ul></div>`
        : nothing}
      <div class="row">
        ${port.alert ? html`<span class="tag bad">${icon('alert')} ${words.alert}</span>` : nothing}
        ${port.accessUnsettled ? html`<span class="tag warn">${icon('clock')} ${words.unsettled}</span>` : nothing}
        ${port.repairs ? html`<span class="tag">${words.repairs(port.repairs)}</span>` : nothing}
      </div>
      <dl class="facts">
        <div><dt>${texts.tasks.columns.component}</dt><dd><code>${port.component}</code></dd></div>
        ${port.role ? html`<div><dt>${texts.plan.role}</dt><dd><code>${port.role}</code></dd></div>` : nothing}
        ${port.source ? html`<div><dt>${texts.plan.source}</dt><dd><code>${port.source}</code></dd></div>` : nothing}
        ${port.deployedAt ? html`<div><dt>${words.deployed('')}</dt><dd>${moment(port.deployedAt)}</dd></div>` : nothing}
      </dl>
      <div class="row">
        <a class="button small" href=${href('try', { component: port.component })}>${icon('play')} ${words.tryIt}</a>
        <a class="button small" href=${href('tasks', { component: port.component })}>${icon('tasks')} ${words.tasks}</a>
        <op-confirm tone="small" symbol="again" label=${words.repair} ask=${words.repairAsk} ?disabled=${mayNot || port.state === 'CLOSED'} @confirmed=${() => this.#repair(port)}></op-confirm>
        <op-confirm tone="small danger" symbol="trash" label=${words.remove} ask=${words.removeAsk} hint=${words.removeHint} ?disabled=${mayNot} @confirmed=${() => this.#remove(port)}></op-confirm>
      </div>
      ${open && port.state !== 'CLOSED' ? html`<op-people component=${port.component}></op-people>` : nothing}
    `;
  }
}

define('op-ports-view', PortsView);
