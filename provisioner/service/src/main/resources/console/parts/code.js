import { icon } from '../lib/icons.js';
import { Part, define, html } from '../lib/part.js';
import { texts } from '../texts.js';

const PART = /("""[\s\S]*?"""|"(?:[^"\\]|\\.)*"|#[^\n]*)|\b(type|input|enum|scalar|schema|query|subscription|interface|union)\b|([A-Za-z_]\w*)(?=\s*[:(])|(-?\b\d+(?:\.\d+)?\b)/g;
const CLASSES = ['code-text', 'code-keyword', 'code-key', 'code-number'];
const SHORT = 1500;

/** GraphQL or JSON to be read, not written. */
class Code extends Part {
  static properties = { text: {}, done: { state: true } };

  #copy = async () => {
    await navigator.clipboard?.writeText(this.text);
    this.done = true;
    setTimeout(() => (this.done = false), SHORT);
  };

  render() {
    return html`<div class="code">
      <pre tabindex="0"><code>${[...this.#parts()]}</code></pre>
      <button class="button quiet small code-copy" aria-label=${texts.copy} title=${texts.copy} @click=${this.#copy}>
        ${icon(this.done ? 'check' : 'copy')}
      </button>
    </div>`;
  }

  *#parts() {
    let at = 0;
    for (const found of this.text.matchAll(PART)) {
      if (found.index > at) yield this.text.slice(at, found.index);
      const kind = found.slice(1).findIndex((group) => group !== undefined);
      yield html`<span class=${CLASSES[kind]}>${found[0]}</span>`;
      at = found.index + found[0].length;
    }
    yield this.text.slice(at);
  }
}

define('op-code', Code);
