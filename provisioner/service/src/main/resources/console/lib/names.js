import { html } from 'lit';

/** Long names break where their parts do. */
export const names = (text) => text.split(/(?<=[_.:])/).map((part) => html`${part}<wbr />`);
