import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  HighlightStyle,
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { graphql } from '../lib/graphql.js';
import { define } from '../lib/part.js';
import { span, writing } from '../lib/yaml.js';

const LOOK = EditorView.theme({
  '&': { height: '100%', fontSize: '0.8125rem', color: 'var(--ink)', backgroundColor: 'transparent' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '0.75rem 0' },
  '&.cm-focused': { outline: 'none' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.25rem 0 0.875rem' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', padding: '0 0.375rem 0 0.125rem' },
  '.cm-activeLine': { backgroundColor: 'var(--line-active)' },
  '&.cm-focused .cm-selectionBackground, .cm-content ::selection': { backgroundColor: 'var(--selection)' },
  '.cm-lintRange': { backgroundImage: 'none !important', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--bad) 1px', textUnderlineOffset: '3px' },
  '.cm-lintRange-info': { textDecoration: 'underline wavy var(--warn) 1px', textUnderlineOffset: '3px' },
  '.cm-lintRange-active': { backgroundColor: 'var(--bad-soft)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--bad)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '8px',
    overflow: 'hidden',
    maxWidth: '32rem',
    boxShadow: 'var(--shadow)',
  },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', whiteSpace: 'normal', borderLeft: 'none' },
  '.cm-diagnosticAction': {
    font: 'inherit',
    color: 'var(--on-accent)',
    backgroundColor: 'var(--accent)',
    borderRadius: '6px',
    padding: '0.125rem 0.5rem',
    cursor: 'pointer',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '14rem' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8', marginLeft: '1rem' },
  '.cm-placeholder': { color: 'var(--faint)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--sunken)',
    border: '1px solid var(--edge)',
    color: 'var(--muted)',
    padding: '0 0.375rem',
  },
});

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.keyword], color: 'var(--code-key)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-text)' },
  { tag: [tags.number, tags.bool, tags.atom], color: 'var(--code-number)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.variableName, tags.attributeName], color: 'var(--code-name)' },
  { tag: [tags.punctuation, tags.separator, tags.operator, tags.bracket], color: 'var(--muted)' },
]);

/**
 * What is typed ends before the cursor. By itself this version leaves the cursor before it when the page scrolls between a key
 * and its event (mended upstream in 6.43.15), and the next letters come out in the wrong order.
 */
const typed = EditorView.inputHandler.of((view, from, to, text, insert) => {
  const change = insert();
  if (view.composing || change.newSelection.main.head !== from || text === '') return false;
  view.dispatch({ changes: change.changes, selection: { anchor: from + text.length }, scrollIntoView: true, userEvent: 'input.type' });
  return true;
});

/**
 * A text that is worked on. It has a shadow root because styles get into one without an inline style sheet, which the
 * page's policy forbids.
 */
class Editor extends HTMLElement {
  #view;
  #value = '';
  #problems = [];

  /** What is needed before it is on the page. */
  language = 'yaml';
  hint = '';
  complete = () => null;

  connectedCallback() {
    if (this.#view) return;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host{display:block;height:100%;min-height:0} .cm-editor{height:100%}');
    this.#view = new EditorView({ root: shadow, parent: shadow, state: this.#state() });
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  }

  disconnectedCallback() {
    this.#view?.destroy();
    this.#view = undefined;
  }

  #state() {
    const languages = { yaml: () => yaml(), graphql };
    return EditorState.create({
      doc: this.#value,
      extensions: [
        lineNumbers(),
        foldGutter(),
        history(),
        typed,
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        languages[this.language](),
        autocompletion({ override: [(context) => this.complete(context)], icons: false }),
        syntaxHighlighting(COLOURS),
        LOOK,
        placeholder(this.hint),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': this.getAttribute('label') ?? '', spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          this.#value = update.state.doc.toString();
          this.dispatchEvent(new CustomEvent('edited', { detail: this.#value, bubbles: true }));
        }),
      ],
    });
  }

  get value() {
    return this.#value;
  }

  set value(text) {
    if (text === this.#value) return;
    this.#value = text;
    this.#view?.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /** As the service details them; those that can be mended have it in their tooltip as well. */
  set problems(problems) {
    if (problems === this.#problems) return;
    this.#problems = problems;
    const view = this.#view;
    if (!view) return;
    const length = view.state.doc.length;
    const marks = problems
      .filter((problem) => problem.line && length > 0)
      .map((problem) => ({
        ...span(view.state, problem),
        severity: problem.severity === 'error' ? 'error' : 'info',
        message: problem.hint ? `${problem.message} ${problem.hint}` : problem.message,
        actions: problem.fix ? [{ name: problem.fix, apply: () => this.fix([problem]) }] : [],
      }));
    view.dispatch(setDiagnostics(view.state, marks));
  }

  /** Whether a problem can be mended without a person. */
  canFix(problem) {
    return Boolean(problem.fix && problem.path && this.#view && writing(this.#view.state, problem.path, problem.fix));
  }

  /** One after the other: each change moves what stands behind it. */
  fix(problems) {
    for (const { path, fix } of problems) {
      const change = writing(this.#view.state, path, fix);
      if (change) this.#view.dispatch({ changes: change, userEvent: 'input.fix' });
    }
  }

  show(problem) {
    const { from, to } = span(this.#view.state, problem);
    this.#view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    this.#view.focus();
  }

  focus() {
    this.#view?.focus();
  }
}

define('op-editor', Editor);
