import { Part, define, html, nothing } from '../lib/part.js';
import { icon } from '../lib/icons.js';
import { texts } from '../texts.js';

/** A button for what cannot be taken back easily: it asks once. */
class ConfirmButton extends Part {
  static properties = {
    label: {},
    ask: {},
    hint: {},
    symbol: {},
    tone: {},
    disabled: { type: Boolean },
    asking: { state: true },
  };

  #begin = async () => {
    this.asking = true;
    await this.updateComplete;
    this.querySelector('.confirm-yes').focus();
  };

  #end = async () => {
    this.asking = false;
    await this.updateComplete;
    this.querySelector('button')?.focus();
  };

  #yes = () => {
    this.asking = false;
    this.emit('confirmed');
  };

  #key = (event) => {
    if (event.key === 'Escape') this.#end();
  };

  render() {
    if (!this.asking) {
      return html`<button class="button ${this.tone ?? ''}" ?disabled=${this.disabled} @click=${this.#begin}>
        ${this.symbol ? icon(this.symbol) : nothing} ${this.label}
      </button>`;
    }
    return html`<span class="confirm" role="group" aria-label=${this.ask} @keydown=${this.#key}>
      ${this.hint ? html`<span class="confirm-hint">${this.hint}</span>` : nothing}
      <button class="button ${this.tone ?? ''} ${/primary|danger/.test(this.tone) ? '' : 'primary'} confirm-yes" @click=${this.#yes}>${this.ask}</button>
      <button class="button quiet ${/small/.test(this.tone) ? 'small' : ''}" @click=${this.#end}>${texts.cancel}</button>
    </span>`;
  }
}

define('op-confirm', ConfirmButton);
