import { LitElement, html, nothing } from 'lit';

export { html, nothing };

/** A part of the page. It stands in the page itself, so that one style sheet and every reader of the page see it. */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** Tells whoever holds this part. */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

export const define = (name, type) => customElements.get(name) ?? customElements.define(name, type);
