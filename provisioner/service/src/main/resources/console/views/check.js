import { Failure, post, provisioning } from '../lib/api.js';
import { example } from '../lib/example.js';
import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { href } from '../lib/route.js';
import { session } from '../lib/session.js';
import { texts } from '../texts.js';
import '../parts/editor.js';
import { empty, waiting } from '../parts/failure.js';
import '../parts/problems.js';

const { check } = texts;
const DEBOUNCE = 300;
const LARGEST = 2 * 1024 * 1024;

/** A descriptor, and what is wrong with it while it is written. */
class CheckView extends Part {
  static properties = {
    service: { attribute: false },
    text: { state: true },
    result: { state: true },
    failure: { state: true },
    checking: { state: true },
    dropping: { state: true },
    said: { state: true },
  };

  #timer;
  #running;

  constructor() {
    super();
    this.text = session.descriptor;
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.text) this.#check();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  #edited = ({ detail }) => {
    this.text = detail;
    session.descriptor = detail;
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#timer = setTimeout(() => this.#check(), DEBOUNCE);
  };

  /** Of several questions only the newest may be answered. */
  async #check() {
    this.#running?.abort();
    if (!this.text.trim()) {
      this.result = this.failure = undefined;
      this.checking = false;
      return;
    }
    const running = (this.#running = new AbortController());
    this.checking = true;
    try {
      const result = await post('/v1/validate?details=true', provisioning(this.text), running.signal);
      this.result = { valid: result.valid, problems: result.details ?? [] };
      this.failure = undefined;
    } catch (failed) {
      if (running.signal.aborted) return;
      if (!(failed instanceof Failure)) throw failed;
      this.failure = failed;
    }
    this.checking = false;
  }

  get #editor() {
    return this.querySelector('op-editor');
  }

  #take(text) {
    this.#editor.value = text;
    this.#editor.focus();
  }

  async #takeFile(file) {
    if (!file) return;
    if (file.size > LARGEST) this.said = check.tooLarge(file.name);
    else this.#take(await file.text());
  }

  #drop = (event) => {
    event.preventDefault();
    this.dropping = false;
    const { files } = event.dataTransfer;
    if (files.length) this.#takeFile(files[0]);
    else this.#take(event.dataTransfer.getData('text'));
  };

  #fix = ({ detail }) => {
    this.#editor.fix(detail);
    this.said = detail.map((problem) => check.fixed(problem.fix)).join(' ');
  };

  updated() {
    if (this.result && !this.checking) this.#editor.problems = this.result.problems;
  }

  render() {
    return html`
      <div class="view">
        <div class="view-head">
          <div><h1>${check.title}</h1><p>${check.lead}</p></div>
          <a class="button primary" href=${href('plan')}>${check.plan} ${icon('arrow')}</a>
        </div>
        <div class="check">
          ${this.#writing()}
          <aside class="check-side" aria-label=${check.problems}>
            <p class="visually-hidden" role="status">${this.said} ${this.#summary()}</p>
            ${this.#verdict()}
          </aside>
        </div>
      </div>
    `;
  }

  #writing() {
    return html`
      <div
        class="panel flush editor-frame ${this.dropping ? 'dropping' : ''}"
        @dragover=${(event) => (event.preventDefault(), (this.dropping = true))}
        @dragleave=${() => (this.dropping = false)}
        @drop=${this.#drop}
      >
        <div class="editor-bar">
          <button class="button quiet small" @click=${() => this.querySelector('input[type=file]').click()}>
            ${icon('file')} ${check.open}
          </button>
          <input
            type="file"
            hidden
            accept=".yaml,.yml,.json,text/yaml,application/json"
            aria-label=${check.open}
            @change=${(event) => (this.#takeFile(event.target.files[0]), (event.target.value = ''))}
          />
          <button class="button quiet small" @click=${() => this.#take(example)}>${check.example}</button>
          ${this.text
            ? html`<button class="button quiet small" @click=${() => this.#take('')}>${check.clear}</button>`
            : nothing}
          <span class="status">${this.checking ? waiting(check.checking) : this.#summary()}</span>
        </div>
        <op-editor
          label=${check.editor}
          .hint=${check.emptyTitle}
          .value=${this.text}
          @edited=${this.#edited}
        ></op-editor>
      </div>
    `;
  }

  #summary() {
    if (!this.result || this.failure) return '';
    const errors = this.result.problems.filter((problem) => problem.severity === 'error').length;
    const notices = this.result.problems.length - errors;
    const parts = [];
    if (errors) parts.push(check.errors(errors));
    if (notices) parts.push(check.notices(notices));
    return parts.join(', ') || check.valid;
  }

  #verdict() {
    if (this.failure) {
      return html`<op-failure .failure=${this.failure} @again=${() => this.#check()}></op-failure>`;
    }
    if (!this.text.trim()) {
      return html`<div class="panel">${empty(check.emptyTitle, check.emptyLead)}</div>`;
    }
    if (!this.result) return waiting(check.checking);
    const { valid, problems } = this.result;
    const fixable = this.#editor ? problems.filter((problem) => this.#editor.canFix(problem)) : [];
    return html`
      <div class="panel verdict ${valid ? 'good' : 'bad'}">
        ${icon(valid ? 'check' : 'alert')}
        <div class="verdict-text">
          <strong>${this.#summary()}</strong>
          ${valid ? html`<span class="muted">${check.validLead}</span>` : nothing}
        </div>
        ${fixable.length > 1
          ? html`<button class="button small" @click=${() => this.#fix({ detail: fixable })}>
              ${icon('check')} ${check.fixAll(fixable.length)}
            </button>`
          : nothing}
      </div>
      <op-problems
        .problems=${problems}
        .fixable=${fixable}
        @jump=${({ detail }) => this.#editor.show(detail)}
        @fix=${this.#fix}
      ></op-problems>
    `;
  }
}

define('op-check-view', CheckView);
