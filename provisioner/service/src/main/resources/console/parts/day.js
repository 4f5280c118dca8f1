import { Failure, get } from '../lib/api.js';
import { icon } from '../lib/icons.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { texts } from '../texts.js';
import { empty, waiting } from './failure.js';
import './plot.js';

const words = texts.ports;
const PERIOD = 10000;
const HEALTH = { UP: ['good', 'check', words.up], WARN: ['warn', 'alert', words.warn], DOWN: ['bad', 'cross', words.down], UNKNOWN: ['', 'minus', words.unknown] };

const sum = (values) => values.reduce((all, value) => all + value, 0);
const round = (value) => Math.round(value * 100) / 100;

/** The last day of the service, and the systems it works with. */
class LastDay extends Part {
  static properties = { figures: { state: true }, health: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.timer = setInterval(() => this.#load(), PERIOD);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async #load() {
    try {
      const [figures, health] = await Promise.all([get('/v1/figures'), get('/health').catch(() => undefined)]);
      Object.assign(this, { figures, health, failure: undefined });
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      this.failure = failed;
    }
  }

  render() {
    return html`
      <section class="stack">
        <div><h2>${words.overview}</h2><p class="muted small">${words.overviewLead}</p></div>
        ${this.failure && !this.figures ? html`<op-failure .failure=${this.failure} @again=${() => this.#load()}></op-failure>` : nothing}
        ${this.health?.details ? this.#systems() : nothing}
        ${this.figures ? this.#plots() : this.failure ? nothing : waiting(texts.state.loading)}
      </section>
    `;
  }

  #systems() {
    const systems = Object.entries(this.health.details.dependencies?.details ?? {});
    return html`<div class="panel"><h3>${words.dependencies}</h3>
      <ul class="plain systems">
        ${systems.map(([name, { status, details }]) => {
          const [tone, symbol, text] = HEALTH[status] ?? HEALTH.UNKNOWN;
          return html`<li><span class="tag ${tone}">${icon(symbol)} ${text}</span> ${name}
            ${details?.reason ? html`<span class="muted small">${details.reason}</span>` : nothing}</li>`;
        })}
      </ul></div>`;
  }

  #plots() {
    const { series, from, stepSeconds } = this.figures;
    const steps = series[0]?.values.length ?? 0;
    if (steps < 2) return html`<div class="panel">${empty(words.overviewNone, '')}</div>`;
    const first = Date.parse(from) / 1000;
    const times = Array.from({ length: steps }, (_, at) => first + at * stepSeconds);
    const named = (name, heading) =>
      series
        .filter((one) => one.name === name)
        .map(({ of, values }) => ({ name: of ?? heading, values, total: words.total(round(sum(values))) }));
    const standing = series
      .filter((one) => one.name === 'queue')
      .map(({ of, values }) => ({ name: of, values, total: values[values.length - 1] }));
    const plot = (heading, lines, unit = '') =>
      lines.length ? html`<op-plot heading=${heading} .times=${times} .lines=${lines} unit=${unit}></op-plot>` : nothing;
    return html`<div class="plots">
      ${plot(words.plots.waves, [...named('waves', words.plots.waves), ...named('builds', words.plots.builds)])}
      ${plot(words.plots.ended, named('ended'))}
      ${plot(words.plots.queue, standing)}
      ${plot(words.plots.calls, named('calls'))}
      ${plot(`${words.plots.latency}, ${words.seconds}`, this.#latency(series), 's')}
      ${plot(words.plots.failed, named('failedCalls').filter(({ values }) => sum(values) > 0))}
    </div>`;
  }

  #latency(series) {
    const calls = series.filter((one) => one.name === 'calls');
    return calls.map(({ of, values }) => {
      const seconds = series.find((one) => one.name === 'callSeconds' && one.of === of).values;
      const mean = values.map((count, at) => (count ? seconds[at] / count : 0));
      const all = sum(values);
      return { name: of, values: mean, total: all ? texts.time.seconds(round(sum(seconds) / all)) : '' };
    });
  }
}

define('op-day', LastDay);
