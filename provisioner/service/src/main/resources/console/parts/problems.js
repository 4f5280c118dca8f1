import { icon } from '../lib/icons.js';
import { names } from '../lib/names.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';

const { check } = texts;

/** What is wrong, and what is good to know, as a list that leads to its places. */
class ProblemList extends Part {
  static properties = { problems: { attribute: false }, fixable: { attribute: false } };

  render() {
    const errors = this.problems.filter((problem) => problem.severity === 'error');
    const notices = this.problems.filter((problem) => problem.severity !== 'error');
    return html`
      ${errors.length ? this.#section(check.errorsTitle, nothing, errors) : nothing}
      ${notices.length ? this.#section(check.noticesTitle, check.noticesLead, notices) : nothing}
    `;
  }

  #section(title, lead, problems) {
    return html`
      <section class="problems">
        <h2>${title} <span class="count">${problems.length}</span></h2>
        ${lead === nothing ? nothing : html`<p class="muted small">${lead}</p>`}
        <ul class="plain">
          ${problems.map((problem) => this.#problem(problem))}
        </ul>
      </section>
    `;
  }

  #problem(problem) {
    const isError = problem.severity === 'error';
    return html`
      <li class="problem ${isError ? 'bad' : 'warn'}">
        <button class="problem-jump" @click=${() => this.emit('jump', problem)} ?disabled=${!problem.line}>
          <span class="problem-mark">${icon(isError ? 'alert' : 'info')}</span>
          <span class="problem-text">
            <span class="problem-message">${names(problem.message)}</span>
            ${problem.hint && !this.fixable.includes(problem) ? html`<span class="problem-hint">${names(problem.hint)}</span>` : nothing}
            <span class="problem-place">
              ${problem.path ? html`<code>${names(problem.path)}</code>` : nothing}
              <span>${problem.line ? check.place(problem.line, problem.column) : check.nowhere}</span>
            </span>
          </span>
        </button>
        ${this.fixable.includes(problem)
          ? html`<button class="button small problem-fix" @click=${() => this.emit('fix', [problem])}>
              ${icon('check')} <span class="problem-value">${names(check.fixTo(problem.fix))}</span>
            </button>`
          : nothing}
      </li>
    `;
  }
}

define('op-problems', ProblemList);
