import { icon } from '../lib/icons.js';
import { names } from '../lib/names.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';

const { plan, tasks } = texts;
const MARKS = { create: 'plus', change: 'change', remove: 'minus', keep: 'check' };
const TONES = { create: 'good', change: 'info', remove: 'bad', keep: '' };

const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isPlainList = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** What differs between before and after: of lists what came and what went, of all else both. */
const differences = (before, after) => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !same(before[name], after[name]))
    .flatMap((name) => difference(name, before[name], after[name]));
};

const difference = (name, was, is) => {
  if ((was === undefined || isPlainList(was)) && isPlainList(is)) {
    const gone = (was ?? []).filter((item) => !is.includes(item));
    const come = is.filter((item) => !(was ?? []).includes(item));
    return [...gone.map((item) => ({ name, sign: '-', item })), ...come.map((item) => ({ name, sign: '+', item }))];
  }
  const lines = [];
  if (was !== undefined) lines.push({ name, sign: '-', item: shown(was) });
  if (is !== undefined && !(isPlainList(is) && is.length === 0)) lines.push({ name, sign: '+', item: shown(is) });
  return lines;
};

/** The steps of a plan; each that changes something opens to its difference. */
class PlanChanges extends Part {
  static properties = { steps: { attribute: false } };

  render() {
    return html`<ol class="plain steps">${this.steps.map((step) => this.#step(step))}</ol>`;
  }

  #step(step) {
    const lines = step.action === 'keep' ? [] : differences(step.before, step.after);
    const head = html`
      <span class="tag ${TONES[step.action]}">${icon(MARKS[step.action])} ${plan.counts[step.action]}</span>
      <span class="step-text">${names(step.description)}</span>
      <span class="muted small step-phase">${tasks.phases[step.phase] ?? step.phase}</span>
    `;
    return lines.length === 0
      ? html`<li class="step"><div class="step-head">${head}</div></li>`
      : html`<li class="step"><details ?open=${lines.length < 12}>
          <summary class="step-head">${head}</summary>
          <div class="diff">${lines.map((line) => this.#line(line))}</div>
        </details></li>`;
  }

  #line({ name, sign, item }) {
    const word = sign === '+' ? plan.after : plan.before;
    return html`<div class="diff-line ${sign === '+' ? 'plus' : 'minus'}">
      <span aria-hidden="true">${sign === '+' ? '+' : '−'}</span><span class="visually-hidden">${word}: </span>
      <span class="diff-name">${name}</span> <span class="diff-value">${item}</span>
    </div>`;
  }
}

define('op-changes', PlanChanges);
