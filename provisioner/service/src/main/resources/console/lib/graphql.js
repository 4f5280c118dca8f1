import { LanguageSupport, StreamLanguage } from '@codemirror/language';

/** Colours for GraphQL; its grammar is small enough for a tokenizer. */
const tokens = {
  name: 'graphql',
  startState: () => ({ block: false }),
  token(stream, state) {
    if (state.block) {
      state.block = !stream.match(/^.*?"""/);
      if (state.block) stream.skipToEnd();
      return 'string';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('#')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('"""')) {
      state.block = !stream.match(/^.*?"""/);
      if (state.block) stream.skipToEnd();
      return 'string';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^-?\d+(\.\d+)?/)) return 'number';
    if (stream.match(/^(query|subscription|mutation|fragment|on|type|input|enum|scalar|schema|interface)\b/)) return 'keyword';
    if (stream.match(/^(true|false|null)\b/)) return 'atom';
    if (stream.match(/^[$@][A-Za-z_]\w*/)) return 'variableName';
    if (stream.match(/^[A-Za-z_]\w*(?=\s*:)/)) return 'propertyName';
    if (stream.match(/^[A-Z]\w*/)) return 'typeName';
    if (stream.match(/^[a-z_]\w*/)) return null;
    stream.next();
    return 'punctuation';
  },
  languageData: { commentTokens: { line: '#' } },
};

export const graphql = () => new LanguageSupport(StreamLanguage.define(tokens));
