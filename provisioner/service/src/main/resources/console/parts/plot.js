import uPlot from 'uplot';
import { Part, define, html } from '../lib/part.js';
import { texts } from '../texts.js';

const HEIGHT = 150;
const COLOURS = ['--accent', '--warn', '--info', '--bad', '--good'];

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** A colour as a canvas takes it. */
const colour = (element, name) => {
  const probe = element.querySelector('.plot-probe');
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
};

/** Figures over time. The same stands beside it in words, for those who do not see a plot. */
class Plot extends Part {
  static properties = { heading: {}, times: { attribute: false }, lines: { attribute: false }, unit: {} };

  #plot;

  connectedCallback() {
    super.connectedCallback();
    this.watch = new ResizeObserver(() => this.#plot?.setSize({ width: this.#width, height: HEIGHT }));
    this.again = () => this.#draw();
    addEventListener('themechange', this.again);
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.scheme.addEventListener('change', this.again);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch.disconnect();
    removeEventListener('themechange', this.again);
    this.scheme.removeEventListener('change', this.again);
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  get #width() {
    return Math.max(200, this.querySelector('.plot-canvas').clientWidth);
  }

  firstUpdated() {
    this.watch.observe(this.querySelector('.plot-canvas'));
  }

  updated() {
    this.#draw();
  }

  #draw() {
    if (!this.isConnected) return;
    this.#plot?.destroy();
    const frame = this.querySelector('.plot-canvas');
    const ink = colour(this, '--faint');
    const grid = { stroke: colour(this, '--edge'), width: 1 };
    const font = '11px system-ui, sans-serif';
    const hours = (plot, splits) => splits.map((second) => CLOCK.format(new Date(second * 1000)));
    const axis = { stroke: ink, grid, ticks: { show: false }, font };
    const series = this.lines.map(({ name }, at) => {
      const stroke = colour(this, COLOURS[at % COLOURS.length]);
      return { label: name, stroke, width: 2, points: { show: false }, paths: uPlot.paths.stepped({ align: -1 }) };
    });
    const options = {
      width: this.#width,
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: (plot, least, most) => [0, Math.max(this.unit ? 0.01 : 1, most * 1.1)] } },
      axes: [{ ...axis, grid: { show: false }, values: hours, space: 64, size: 28 }, { ...axis, size: 38, incrs: this.unit ? undefined : [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000] }],
      series: [{}, ...series],
    };
    this.#plot = new uPlot(options, [this.times, ...this.lines.map(({ values }) => values)], frame);
  }

  render() {
    return html`
      <figure class="panel plot">
        <figcaption>
          <h3>${this.heading}</h3>
          <ul class="plain plot-legend">
            ${this.lines.map(({ name, total }, at) => html`<li><span class="swatch swatch-${at % COLOURS.length}"></span> ${name} <span class="muted">${total}</span></li>`)}
          </ul>
        </figcaption>
        <div class="plot-canvas" aria-hidden="true"></div>
        <span class="plot-probe" hidden></span>
      </figure>
    `;
  }
}

define('op-plot', Plot);
