import { bare } from './sdl.js';

/** Completes names of a GraphQL query out of a schema. */

const TOKEN = /"(?:[^"\\]|\\.)*"|[A-Za-z_]\w*|[{}():[\],$]/g;

/** The types that are open where the cursor stands, the innermost last; inside brackets, the arguments of a field. */
const openAt = (types, root, text) => {
  const open = [];
  let name = '';
  for (const [part] of text.matchAll(TOKEN)) {
    const top = open[open.length - 1];
    if (part === '{') {
      open.push(top ? inner(types, top, name) : { type: types[root] });
    } else if (part === '(') {
      open.push({ of: name, members: top?.type?.fields.find((field) => field.name === name)?.args ?? [] });
    } else if (part === ')') {
      // What is selected next is of the field whose arguments these were.
      name = open.pop()?.of ?? '';
    } else if (part === '}') {
      open.pop();
    } else if (/^\w/.test(part)) {
      name = part;
    }
  }
  return open[open.length - 1];
};

const inner = (types, top, name) => {
  const members = top.members ?? top.type?.fields ?? [];
  const member = members.find((candidate) => candidate.name === name);
  return { type: member && types[bare(member.type)] };
};

export const completing = (types) => (context) => {
  const word = context.matchBefore(/\w*/);
  if (word.from === word.to && !context.explicit) return null;
  const root = types.schema?.fields.find((field) => field.name === 'query')?.type ?? 'query_root';
  const top = openAt(types, root, context.state.sliceDoc(0, word.from));
  const members = top ? (top.members ?? top.type?.fields ?? []) : [];
  if (members.length === 0) return null;
  const options = members.map((member) => ({
    label: member.name,
    type: 'property',
    detail: member.type,
    info: member.description || undefined,
    apply: top.members ? `${member.name}: ` : member.name,
  }));
  return { from: word.from, options, validFor: /^\w*$/ };
};
