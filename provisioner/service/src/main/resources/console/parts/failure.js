import { signIn } from '../lib/api.js';
import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';

const { state } = texts;
const PAUSE = 3000;

/** Why something cannot be shown, and what can be done about it. */
class FailurePanel extends Part {
  static properties = { failure: { attribute: false } };

  #again = () => this.emit('again');

  connectedCallback() {
    super.connectedCallback();
    // Nobody has to sit beside a page whose service is away.
    this.timer = setInterval(() => this.failure.kind === 'offline' && this.#again(), PAUSE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    const { kind, message, hints } = this.failure;
    return html`
      <div class="panel failure" role="alert" data-kind=${kind}>
        <p class="failure-title">${icon(kind === 'offline' ? 'link' : 'alert')} ${state[kind]}</p>
        ${message && kind !== 'unauthorized' ? html`<p>${message}</p>` : nothing}
        ${state[`${kind}Hint`] ? html`<p class="muted">${state[`${kind}Hint`]}</p>` : nothing}
        ${hints.length && kind === 'refused' ? html`<p class="muted">${hints.join(' ')}</p>` : nothing}
        ${kind === 'unauthorized' ? this.#signIn() : this.#retry(kind)}
      </div>
    `;
  }

  #retry(kind) {
    return kind === 'forbidden'
      ? nothing
      : html`<button class="button" @click=${this.#again}>${icon('again')} ${texts.tryAgain}</button>`;
  }

  #signIn() {
    return html`
      <form class="row" @submit=${this.#signedIn}>
        <label class="field grow">
          <span>${state.token}</span>
          <input name="token" type="password" autocomplete="off" required />
        </label>
        <button class="button primary">${state.signIn}</button>
      </form>
    `;
  }

  #signedIn = (event) => {
    event.preventDefault();
    signIn(new FormData(event.target).get('token'));
    this.#again();
  };
}

define('op-failure', FailurePanel);

/** Shown only if it lasts: nothing flickers when an answer comes at once. */
export const waiting = (text) => html`<p class="waiting" role="status"><span class="spinner"></span> ${text}</p>`;

export const empty = (title, lead, action = nothing) => html`
  <div class="empty">
    <p class="empty-title">${title}</p>
    <p class="muted">${lead}</p>
    ${action}
  </div>
`;
