import { Failure, get, post, provisioning } from '../lib/api.js';
import { icon } from '../lib/icons.js';
import { names } from '../lib/names.js';
import { Part, define, html, nothing } from '../lib/part.js';
import { layout } from '../lib/query.js';
import { go, href } from '../lib/route.js';
import { readSchema, rowType } from '../lib/sdl.js';
import { session } from '../lib/session.js';
import { readTables } from '../lib/tables.js';
import { portOf } from '../lib/yaml.js';
import { texts } from '../texts.js';
import '../parts/changes.js';
import '../parts/code.js';
import '../parts/confirm.js';
import { empty, waiting } from '../parts/failure.js';
import '../parts/people.js';
import '../parts/picture.js';
import '../parts/share-picture.js';

const { plan } = texts;
const COUNTED = [['create', 'good'], ['change', 'info'], ['remove', 'bad'], ['keep', '']];

const place = ({ specific = {} } = {}) =>
  [specific?.database, specific?.schema, specific?.customView ?? specific?.viewName ?? specific?.tableName]
    .filter((part) => typeof part === 'string' && part)
    .join('.');

const after = (steps, phase) => steps.filter((step) => step.phase === phase).pop();

const peopleOf = (steps) => {
  const access = after(steps, 'access')?.after;
  return access && [...(access.users ?? []), ...(access.groups ?? [])];
};

/** What a deployment of the descriptor would do now. */
class PlanView extends Part {
  static properties = {
    service: { attribute: false },
    result: { state: true },
    port: { state: true },
    failure: { state: true },
    planning: { state: true },
    sending: { state: true },
  };

  #running;

  connectedCallback() {
    super.connectedCallback();
    if (session.descriptor.trim()) this.#plan();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  async #plan() {
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    this.planning = true;
    try {
      const result = await post('/v1/plan?details=true', provisioning(session.descriptor), signal);
      const port = await this.#known(result.component, signal).catch(() => undefined);
      session.plan = { ...result, descriptor: session.descriptor };
      Object.assign(this, { result, port, failure: undefined });
    } catch (failed) {
      if (signal.aborted) return;
      if (!(failed instanceof Failure)) throw failed;
      this.failure = failed;
    }
    this.planning = false;
  }

  /** The port as it is now; nothing for one that is new. */
  async #known(component, signal) {
    const id = encodeURIComponent(component);
    const { ports } = await get(`/v1/ports?component=${id}`, signal);
    return ports.length ? get(`/v1/ports/${id}`, signal) : undefined;
  }

  async #deploy() {
    this.sending = true;
    try {
      const token = await post('/v1/provision', provisioning(session.descriptor));
      go('tasks', { task: token.replaceAll('"', '') });
    } catch (failed) {
      if (!(failed instanceof Failure)) throw failed;
      this.failure = failed;
    }
    this.sending = false;
  }

  render() {
    return html`
      <div class="view">
        <div class="view-head">
          <div><h1>${plan.title}</h1><p>${plan.lead}</p></div>
          ${session.descriptor.trim() ? this.#actions() : nothing}
        </div>
        ${this.#content()}
      </div>
    `;
  }

  #actions() {
    const mayNot = !this.result || this.planning || this.sending || this.service?.role === 'read';
    return html`<div class="row">
      <button class="button" ?disabled=${this.planning} @click=${() => this.#plan()}>${icon('again')} ${plan.refresh}</button>
      <op-confirm
        tone="primary"
        symbol="play"
        label=${this.sending ? plan.deploying : plan.deploy}
        ask=${plan.deployAsk}
        ?disabled=${mayNot}
        @confirmed=${() => this.#deploy()}
      ></op-confirm>
    </div>`;
  }

  #content() {
    if (!session.descriptor.trim()) {
      return html`<div class="panel">
        ${empty(plan.none, plan.noneLead, html`<div class="row"><a class="button primary" href=${href('check')}>${plan.toCheck}</a></div>`)}
      </div>`;
    }
    return html`
      ${this.failure ? html`<op-failure .failure=${this.failure} @again=${() => this.#plan()}></op-failure>` : nothing}
      ${this.planning && !this.result ? waiting(plan.planning) : nothing}
      ${this.result ? this.#report(this.result) : nothing}
    `;
  }

  #report(result) {
    const problems = result.details ?? [];
    return html`
      ${this.#verdict(result)}
      ${problems.length ? this.#list(plan.problems, problems.map((problem) => [problem.message, problem.hint])) : nothing}
      ${result.schema ? html`<section class="stack"><h2>${plan.picture}</h2>
        ${this.#isShare(result)
          ? html`<op-share-picture .picture=${this.#share(result)}></op-share-picture>`
          : html`<op-picture .picture=${this.#picture(result)}></op-picture>`}</section>` : nothing}
      <div class="halves">
        <div class="stack">
          ${result.changes ? html`<section class="panel stack"><h2>${plan.changes}</h2>
            <op-changes .steps=${result.changes.steps}></op-changes></section>` : nothing}
          ${result.remarks.length ? this.#list(plan.remarks, result.remarks.map((remark) => [remark])) : nothing}
        </div>
        <div class="stack">
          ${result.schema ? this.#schema(result) : nothing}
          ${this.port ? html`<op-people component=${result.component} @granted=${() => this.#plan()}></op-people>` : nothing}
        </div>
      </div>
    `;
  }

  #verdict({ executable, changes }) {
    const nothingNew = changes && COUNTED.slice(0, 3).every(([name]) => !changes.summary[name]);
    const title = !executable ? plan.notExecutable : nothingNew ? plan.nothing : plan.executable;
    return html`<div class="panel verdict ${executable ? 'good' : 'bad'}" ?data-ready=${!this.planning}>
      ${icon(executable ? 'check' : 'alert')}
      <div class="verdict-text">
        <strong>${title}</strong>
        ${changes ? html`<span class="muted">${this.#cost(changes)}</span>` : nothing}
      </div>
      ${changes ? html`<div class="row">${COUNTED.map(([name, tone]) => this.#count(changes.summary, name, tone))}</div>` : nothing}
    </div>`;
  }

  #cost({ schemaBuilds, write }) {
    return write ? `${plan.builds(schemaBuilds)}, ${plan.seconds(write.seconds)}` : plan.builds(0);
  }

  #count(summary, name, tone) {
    return summary[name]
      ? html`<span class="tag ${tone}">${summary[name]} ${plan.counts[name]}</span>`
      : nothing;
  }

  #list(title, lines) {
    return html`<section class="panel stack"><h2>${title}</h2>
      <ul class="remarks">${lines.map(([text, more]) => html`<li>${names(text)} ${more ? html`<span class="muted">${more}</span>` : nothing}</li>`)}</ul>
    </section>`;
  }

  #picture({ schema, changes }) {
    const { source } = portOf(session.descriptor);
    const steps = changes?.steps ?? [];
    const table = steps.map((step) => ({ ...step.before, ...step.after })).find((entry) => entry.customName);
    const row = rowType(readSchema(schema.sdl));
    return {
      source: {
        place: place(source) || this.port?.port.table,
        technology: source?.technology ?? source?.platform ?? '',
        name: this.port?.port.source,
      },
      table: table?.customName ?? row?.name,
      shown: row?.fields ?? [],
      hidden: schema.hiddenColumns,
      role: schema.role,
      aggregations: table?.allowAggregations ?? schema.rootFields.some((name) => /agg/i.test(name)),
      rootFields: schema.rootFields,
      people: this.port?.access ?? peopleOf(steps),
    };
  }

  #share({ schema, changes }) {
    return {
      tables: readTables(schema.sdl),
      declared: portOf(session.descriptor).port?.specific?.tables,
      people: this.port?.access ?? peopleOf(changes?.steps ?? []),
    };
  }

  #isShare = ({ technology }) => technology === 'delta-sharing';

  #schema(result) {
    const { schema } = result;
    const share = this.#isShare(result);
    return html`
      <section class="panel stack">
        <div class="row spread">
          <h2>${plan.example}</h2>
          ${share ? nothing : html`<button class="button small" @click=${() => this.#tryIt(schema)}>${icon('play')} ${plan.tryIt}</button>`}
        </div>
        <op-code .text=${share ? schema.exampleQuery : layout(schema.exampleQuery)}></op-code>
      </section>
      <section class="panel stack">
        <div><h2>${plan.schema}</h2><p class="muted small">${share ? plan.schemaLeadShare : plan.schemaLead}</p></div>
        <op-code class="tall" .text=${schema.sdl}></op-code>
      </section>
    `;
  }

  #tryIt(schema) {
    session.query = layout(schema.exampleQuery);
    go('try', { component: this.result.component });
  }
}

define('op-plan-view', PlanView);
