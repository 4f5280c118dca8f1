import { html, nothing } from 'lit';
import { get, onSignIn } from './lib/api.js';
import { icon } from './lib/icons.js';
import { Part, define } from './lib/part.js';
import { href, onRoute, route, views } from './lib/route.js';
import { texts } from './texts.js';
import './parts/failure.js';

const ICONS = { check: 'check', plan: 'change', try: 'play', tasks: 'tasks', ports: 'ports' };
const THEMES = [['light', 'sun'], ['dark', 'moon'], ['auto', 'auto']];
const THEME = 'provisioner.theme';

/** A view is loaded when it is first shown: the editor is most of the page's weight, and the lists need none of it. */
const LOADED = {
  check: () => import('./views/check.js'),
  plan: () => import('./views/plan.js'),
  try: () => import('./views/try.js'),
  tasks: () => import('./views/tasks.js'),
  ports: () => import('./views/ports.js'),
};

const theme = () => localStorage.getItem(THEME) ?? 'auto';

const paint = () => {
  const chosen = theme();
  if (chosen === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
};

paint();

/** The frame around the views. */
class Console extends Part {
  static properties = { at: { state: true }, ready: { state: true }, service: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    this.at = route();
    this.chosen = theme();
    this.ready = new Set();
  }

  connectedCallback() {
    // What stood there while the page was loading.
    this.replaceChildren();
    super.connectedCallback();
    this.leave = [onRoute((at) => this.#arrive(at)), onSignIn(() => this.#ask())];
    this.#arrive(this.at);
    this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.leave.forEach((leave) => leave());
  }

  async #arrive(at) {
    const moved = at.view !== this.at.view;
    this.at = at;
    document.title = `${texts.views[at.view]} · ${texts.brand}`;
    await LOADED[at.view]();
    this.ready = new Set(this.ready).add(at.view);
    await this.updateComplete;
    if (moved) this.querySelector('main').focus();
  }

  async #ask() {
    // Each view tells by itself what it is not allowed or cannot reach.
    this.service = await get('/v1/service').catch(() => undefined);
  }

  #choose(name) {
    localStorage.setItem(THEME, name);
    this.chosen = name;
    paint();
    dispatchEvent(new Event('themechange'));
  }

  render() {
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${texts.skip}</a>
      <div class="shell">
        <header class="side">
          <a class="brand" href=${href('check')}><img src="mark.svg" alt="" /> <span>${texts.brand}</span></a>
          <nav class="nav" aria-label=${texts.navigation}>${views.map((view) => this.#link(view))}</nav>
          <div class="side-foot">
            <p class="caller muted clip">${this.service ? texts.signedInAs(this.service.caller) : nothing}</p>
            ${this.#themes()}
          </div>
        </header>
        <main id="content" tabindex="-1">
          ${this.service?.role === 'read' ? html`<p class="notice-bar">${texts.mayLook}</p>` : nothing}
          ${this.ready.has(this.at.view) ? this.#view() : nothing}
        </main>
      </div>
    `;
  }

  #skip = (event) => {
    event.preventDefault();
    this.querySelector('main').focus();
  };

  #link(view) {
    const here = this.at.view === view;
    return html`<a href=${href(view)} aria-current=${here ? 'page' : nothing}>${icon(ICONS[view])} ${texts.views[view]}</a>`;
  }

  #themes() {
    return html`<div class="theme" role="group" aria-label=${texts.theme.label}>
      ${THEMES.map(
        ([name, symbol]) => html`<button
          aria-pressed=${this.chosen === name}
          aria-label=${texts.theme[name]}
          title=${texts.theme[name]}
          @click=${() => this.#choose(name)}
        >${icon(symbol)}</button>`,
      )}
    </div>`;
  }

  #view() {
    const { query } = this.at;
    switch (this.at.view) {
      case 'plan':
        return html`<op-plan-view .query=${query} .service=${this.service}></op-plan-view>`;
      case 'try':
        return html`<op-try-view .query=${query} .service=${this.service}></op-try-view>`;
      case 'tasks':
        return html`<op-tasks-view .query=${query} .service=${this.service}></op-tasks-view>`;
      case 'ports':
        return html`<op-ports-view .query=${query} .service=${this.service}></op-ports-view>`;
      default:
        return html`<op-check-view .service=${this.service}></op-check-view>`;
    }
  }
}

define('op-console', Console);
