/**
 * A GraphQL schema as the plan prints it, read as far as a page needs it: types with their fields, arguments and
 * descriptions.
 */

const PART = /"""[\s\S]*?"""|"(?:[^"\\]|\\.)*"|#[^\n]*|[A-Za-z_]\w*|[{}()[\]:!=|&@,]|-?\d+(?:\.\d+)?|\$/g;

const unquote = (text) =>
  text.startsWith('"""') ? text.slice(3, -3).trim() : JSON.parse(text.replaceAll('\n', ' '));

class Reader {
  constructor(sdl) {
    this.parts = (sdl.match(PART) ?? []).filter((part) => !part.startsWith('#') && part !== ',');
    this.at = 0;
  }

  get next() {
    return this.parts[this.at];
  }

  take() {
    return this.parts[this.at++];
  }

  skips(part) {
    return this.next === part && Boolean(this.take());
  }

  description() {
    return this.next?.startsWith('"') ? unquote(this.take()) : '';
  }

  /** `[name!]!` as it is written. */
  type() {
    let text = '';
    while (['[', ']', '!'].includes(this.next) || (/^\w/.test(this.next ?? '') && !/\w/.test(text))) text += this.take();
    return text;
  }

  /** Everything up to the end of brackets that are open, unread. */
  skipValue() {
    let depth = 0;
    do {
      const part = this.take();
      if ('([{'.includes(part)) depth++;
      if (')]}'.includes(part)) depth--;
    } while (depth > 0 && this.next !== undefined);
  }

  members(close) {
    const members = [];
    while (this.next !== undefined && !this.skips(close)) {
      const description = this.description();
      const name = this.take();
      const args = this.skips('(') ? this.members(')') : [];
      const type = this.skips(':') ? this.type() : '';
      if (this.skips('=')) this.skipValue();
      while (this.skips('@')) this.directive();
      members.push({ name, description, args, type });
    }
    return members;
  }

  directive() {
    this.take();
    if (this.next === '(') this.skipValue();
  }
}

const KINDS = ['type', 'input', 'enum', 'scalar', 'interface', 'union', 'schema', 'directive'];

/** Types by name. */
export const readSchema = (sdl) => {
  const reader = new Reader(sdl);
  const types = {};
  while (reader.next !== undefined) {
    const description = reader.description();
    const kind = reader.take();
    if (!KINDS.includes(kind)) continue;
    const name = kind === 'schema' ? kind : reader.take();
    while (reader.next !== undefined && reader.next !== '{' && !KINDS.includes(reader.next) && !reader.next.startsWith('"')) {
      reader.take();
    }
    types[name] = { name, kind, description, fields: reader.skips('{') ? reader.members('}') : [] };
  }
  return types;
};

export const bare = (type) => type.replace(/[[\]!]/g, '');

/** The fields of the root type of queries. */
export const rootFields = (types) => {
  const root = types.schema?.fields.find((field) => field.name === 'query')?.type ?? 'query_root';
  return types[root]?.fields ?? [];
};

/** The type of a port's rows: what its first root field that lists something returns. */
export const rowType = (types) => {
  const field = rootFields(types).find((candidate) => candidate.type.startsWith('['));
  return field && types[bare(field.type)];
};
