import { yamlLanguage } from '@codemirror/lang-yaml';
import { ensureSyntaxTree } from '@codemirror/language';

/** Finds fields in a descriptor by the path that the service names them with, and writes into them. */

const PATIENCE = 500;
const MAPPINGS = ['BlockMapping', 'FlowMapping'];
const SEQUENCES = ['BlockSequence', 'FlowSequence'];
const SCALARS = ['Literal', 'QuotedLiteral'];
const MARKS = [':', '-', ',', '[', ']', '{', '}', '?', 'Comment'];

const steps = (path) => path.match(/[^.[\]]+/g) ?? [];

const children = (node) => {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
};

/** As it is read: without its quotes. */
const scalar = (text, node) => {
  const written = text.slice(node.from, node.to);
  return /^["']/.test(written) ? written.slice(1, -1) : written;
};

const content = (node) => children(node).filter((child) => !MARKS.includes(child.name) && child.name !== 'Key').pop();

const unwrap = (node) => (node && ['Anchored', 'Tagged'].includes(node.name) ? unwrap(content(node)) : node);

const pairs = (node) => children(node).filter((child) => child.name === 'Pair');

const pairOf = (state, node, name) =>
  pairs(node).find((pair) => {
    const key = pair.getChild('Key');
    return key && scalar(state.sliceDoc(key.from, key.to), { from: 0 }) === name;
  });

const itemOf = (node, index) => {
  const items = children(node).filter((child) => !MARKS.includes(child.name));
  return items[index]?.name === 'Item' ? content(items[index]) : items[index];
};

const root = (state) => {
  const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE);
  const document = tree?.topNode.getChild('Document');
  return document && unwrap(content(document));
};

/** How far a path leads: the last node on it, the pair that holds it, and the names that are not there. */
const walk = (state, path) => {
  let node = root(state);
  let pair;
  const names = steps(path);
  while (names.length > 0 && node) {
    if (MAPPINGS.includes(node.name)) {
      const found = pairOf(state, node, names[0]);
      if (!found) break;
      pair = found;
      node = unwrap(content(found));
    } else if (SEQUENCES.includes(node.name)) {
      const item = unwrap(itemOf(node, Number(names[0])));
      if (!item) break;
      pair = undefined;
      node = item;
    } else {
      break;
    }
    names.shift();
  }
  return { node, pair, missing: names };
};

const isPlain = (value) => /^[A-Za-z_][\w./:@+-]*$/.test(value) && !/^(true|false|null|yes|no|on|off)$/i.test(value);

const insertion = (state, mapping, name, value) => {
  const all = pairs(mapping);
  const last = all[all.length - 1];
  if (!last) return undefined;
  if (mapping.name === 'FlowMapping') {
    return { from: last.to, insert: `, ${JSON.stringify(name)}: ${JSON.stringify(value)}` };
  }
  const indent = ' '.repeat(all[0].from - state.doc.lineAt(all[0].from).from);
  const written = `${name}: ${isPlain(value) ? value : JSON.stringify(value)}`;
  // Behind the last line that holds something: what follows may be blank lines and comments of the next part.
  const end = state.doc.lineAt(last.from + state.sliceDoc(last.from, last.to).trimEnd().length).to;
  return { from: end, insert: `\n${indent}${written}` };
};

/** The change that writes a value at a path; nothing where a person has to decide. */
export const writing = (state, path, value) => {
  const { node, pair, missing } = walk(state, path);
  if (missing.length === 0 && node && SCALARS.includes(node.name)) {
    const quoted = /^["']/.test(state.sliceDoc(node.from, node.to)) || !isPlain(value);
    return { from: node.from, to: node.to, insert: quoted ? JSON.stringify(value) : value };
  }
  if (missing.length === 0 && pair && !node) {
    return { from: pair.to, insert: ` ${isPlain(value) ? value : JSON.stringify(value)}` };
  }
  if (missing.length === 1 && node && MAPPINGS.includes(node.name)) {
    return insertion(state, node, missing[0], value);
  }
  return undefined;
};

/** Where a problem is to be underlined: what stands at its line and column, else its whole line. */
export const span = (state, problem) => {
  if (!problem.line) return { from: 0, to: 0 };
  const line = state.doc.line(Math.min(problem.line, state.doc.lines));
  const from = Math.min(line.from + (problem.column ?? 1) - 1, line.to);
  const rest = state.sliceDoc(from, line.to);
  const word = /^("[^"]*"|'[^']*'|[^\s#][^#]*?)(?=\s*:\s|\s*:$|\s+#|\s*$)/.exec(rest);
  const to = from + (word ? word[0].length : rest.trimEnd().length);
  return to > from ? { from, to } : { from: line.from, to: line.to };
};

/** The id of the component that a descriptor is about, as far as it can be read. */
export const componentOf = (descriptor) =>
  /^\s*["']?componentIdToProvision["']?\s*:\s*["']?([^\s"',}]+)/m.exec(descriptor)?.[1] ?? '';

const plain = (text, node) => {
  const at = unwrap(node);
  if (!at) return null;
  if (MAPPINGS.includes(at.name)) {
    return Object.fromEntries(
      pairs(at).map((pair) => {
        const key = pair.getChild('Key');
        return [key ? scalar(text, key) : '', plain(text, content(pair))];
      }),
    );
  }
  if (SEQUENCES.includes(at.name)) {
    const items = children(at).filter((child) => !MARKS.includes(child.name));
    return items.map((item) => plain(text, item.name === 'Item' ? content(item) : item));
  }
  return scalar(text, at);
};

/** The port of a descriptor and the output port that it takes its data from, as they are written there. */
export const portOf = (descriptor) => {
  const document = yamlLanguage.parser.parse(descriptor).topNode.getChild('Document');
  const tree = document ? plain(descriptor, content(document)) : null;
  const components = Array.isArray(tree?.dataProduct?.components) ? tree.dataProduct.components : [];
  const port = components.find((component) => component?.id === tree.componentIdToProvision);
  const needed = [port?.dependsOn].flat();
  const source = components.find((component) => component?.kind === 'outputport' && needed.includes(component.id));
  return { port, source };
};
