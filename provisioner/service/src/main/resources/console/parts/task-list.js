import { duration, moment, product, shortId, when } from '../lib/format.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { href } from '../lib/route.js';
import { isOpen, taskState } from '../lib/states.js';
import { texts } from '../texts.js';

const { tasks } = texts;
const ROW = 52;
const SPARE = 8;
const TICK = 1000;

/** Tasks as a list of which only what can be seen is on the page, however many there are. */
class TaskList extends Part {
  static properties = {
    tasks: { attribute: false },
    chosen: {},
    query: { attribute: false },
    more: { type: Boolean },
    top: { state: true },
    height: { state: true },
    now: { state: true },
  };

  constructor() {
    super();
    this.top = 0;
    this.height = 600;
    this.now = Date.now();
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => (this.now = Date.now()), TICK);
    this.watch = new ResizeObserver(() => this.#measure());
    this.watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.watch.disconnect();
  }

  get #frame() {
    return this.querySelector('.task-scroll');
  }

  #measure = () => {
    this.top = this.#frame.scrollTop;
    this.height = this.#frame.clientHeight;
    const left = this.#frame.scrollHeight - this.top - this.height;
    if (this.more && left < ROW * SPARE) this.emit('more');
  };

  /** A row that has the focus takes it along, also to a row that was not on the page. */
  #key = async (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest('[data-index]');
    if (!way || !row) return;
    event.preventDefault();
    const index = Math.max(0, Math.min(this.tasks.length - 1, Number(row.dataset.index) + way));
    const frame = this.#frame;
    if (index * ROW < frame.scrollTop) frame.scrollTop = index * ROW;
    if ((index + 1) * ROW > frame.scrollTop + frame.clientHeight) frame.scrollTop = (index + 1) * ROW - frame.clientHeight;
    this.#measure();
    await this.updateComplete;
    this.querySelector(`[data-index="${index}"]`)?.focus();
  };

  get #first() {
    return Math.max(0, Math.floor(this.top / ROW) - SPARE);
  }

  get #last() {
    return Math.min(this.tasks.length, Math.ceil((this.top + this.height) / ROW) + SPARE);
  }

  updated() {
    this.querySelector('.task-before').style.height = `${this.#first * ROW}px`;
    this.querySelector('.task-after').style.height = `${(this.tasks.length - this.#last) * ROW}px`;
  }

  render() {
    const shown = this.tasks.slice(this.#first, this.#last);
    return html`
      <div class="task-scroll" @scroll=${this.#measure} @keydown=${this.#key}>
        <div class="task-before"></div>
        <ul class="plain" aria-label=${tasks.list}>
          ${shown.map((task, at) => this.#row(task, this.#first + at))}
        </ul>
        <div class="task-after"></div>
        ${this.more ? html`<p class="muted small task-more">${tasks.more}</p>` : nothing}
      </div>
    `;
  }

  #row(task, index) {
    const end = task.finishedAt ? Date.parse(task.finishedAt) : this.now;
    const took = Math.max(0, end - Date.parse(task.acceptedAt));
    return html`<li aria-setsize=${this.tasks.length} aria-posinset=${index + 1}>
      <a
        class="task-row"
        data-index=${index}
        href=${href('tasks', { ...this.query, task: task.token })}
        aria-current=${task.token === this.chosen ? 'true' : nothing}
      >
        <span class="task-state">${taskState(task)}</span>
        <span class="task-what">
          <span class="clip"><strong>${tasks.operations[task.operation] ?? task.operation}</strong> ${shortId(task.component)}</span>
          <span class="clip muted small">${product(task.component)}</span>
        </span>
        <span class="task-times muted small">
          <time datetime=${task.acceptedAt} title=${moment(task.acceptedAt)}>${when(task.acceptedAt, this.now)}</time>
          <span>${isOpen(task) && task.nextDue ? tasks.nextTry(when(task.nextDue, this.now)) : tasks.took(duration(took))}</span>
        </span>
      </a>
    </li>`;
  }
}

define('op-task-list', TaskList);
