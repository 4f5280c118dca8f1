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
      open.push({ members: top?.type?.fields.find((field) => field.name === name)?.args ?? [] });
    } else if (part === '}' || part === ')') {
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

/** What a consumer may ask for, in the form of a schema that is printed. */
export const INTROSPECTION = `{ __schema { queryType { name } types { name kind description
  fields { name description type { ...T } args { name description type { ...T } } }
  inputFields { name description type { ...T } } enumValues { name description } } } }
  fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name } } } }`;

const written = (type) => {
  if (type.kind === 'NON_NULL') return `${written(type.ofType)}!`;
  if (type.kind === 'LIST') return `[${written(type.ofType)}]`;
  return type.name;
};

const member = ({ name, description, type, args = [] }) => ({
  name,
  description: description ?? '',
  type: type ? written(type) : '',
  args: args.map(member),
});

/** Types by name, out of the answer to the introspection. */
export const introspected = ({ __schema: schema }) => {
  const types = Object.fromEntries(
    schema.types.map((type) => [
      type.name,
      { name: type.name, fields: (type.fields ?? type.inputFields ?? type.enumValues ?? []).map(member) },
    ]),
  );
  types.schema = { name: 'schema', fields: [{ name: 'query', type: schema.queryType.name, args: [] }] };
  return types;
};
