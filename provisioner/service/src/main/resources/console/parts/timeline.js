import { svg } from 'lit';
import { duration } from '../lib/format.js';
import { names } from '../lib/names.js';
import { Part, define, html } from '../lib/part.js';
import { isOpen } from '../lib/states.js';
import { texts } from '../texts.js';

const { tasks } = texts;
const WIDTH = 1000;
const LEAST = 6;
const ORDER = ['DEBUG', 'INFO', 'WARNING', 'ERROR'];

/** Lines of one phase that follow each other are one step; it lasts until the next one begins. */
const steps = (log, task, now) => {
  const begun = Date.parse(task.acceptedAt);
  const end = task.finishedAt ? Date.parse(task.finishedAt) : now;
  const found = [];
  let last = begun;
  for (const line of log) {
    const at = Date.parse(line.timestamp);
    const step = found[found.length - 1];
    if (step?.phase === line.phase) {
      step.end = at;
      step.lines.push(line);
    } else {
      // A line tells what was done: its step began when the one before had ended.
      found.push({ phase: line.phase, start: last, end: at, lines: [line] });
    }
    last = at;
  }
  if (found.length && isOpen(task)) found[found.length - 1].end = Math.max(end, last);
  return { found, begun, length: Math.max(1, Math.max(end, last) - begun) };
};

/** The steps of a task over its time. */
class Timeline extends Part {
  static properties = { log: { attribute: false }, task: { attribute: false }, now: { attribute: false } };

  render() {
    const { found, begun, length } = steps(this.log, this.task, this.now);
    if (found.length === 0) return html`<p class="muted">${tasks.noLog}</p>`;
    return html`<ol class="plain timeline">
      ${found.map((step) => this.#step(step, begun, length))}
    </ol>`;
  }

  #step(step, begun, length) {
    const worst = Math.max(...step.lines.map((line) => ORDER.indexOf(line.level)));
    const tone = ['', '', 'warn', 'bad'][worst];
    const from = Math.min(WIDTH - LEAST, ((step.start - begun) / length) * WIDTH);
    const width = Math.max(LEAST, Math.min(WIDTH - from, ((step.end - step.start) / length) * WIDTH));
    return html`<li class="timeline-step">
      <span class="timeline-name">${tasks.phases[step.phase] ?? step.phase}</span>
      <svg class="timeline-bar ${tone}" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="rail" x="0" y="4" width=${WIDTH} height="2" /><rect class="bar" x=${from} y="0" width=${width} height="10" />`}
      </svg>
      <span class="timeline-time">${duration(step.end - step.start)}</span>
      <span class="timeline-text small muted">${names(step.lines[step.lines.length - 1].message)}</span>
    </li>`;
  }
}

define('op-timeline', Timeline);
