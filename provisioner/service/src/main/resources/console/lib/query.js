/** A query in the layout that people read: the service and its users write them in one line. */
export const layout = (query) => {
  let depth = 0;
  let brackets = 0;
  let text = '';
  const line = () => (text = `${text.trimEnd()}\n${'  '.repeat(depth)}`);
  for (const part of query.replace(/\s+(?=\{)/g, '').match(/"(?:[^"\\]|\\.)*"|\s+|[^\s"{}()[\]]+|./g) ?? []) {
    if ('(['.includes(part)) brackets++;
    if (')]'.includes(part)) brackets--;
    if (brackets > 0 || ')]'.includes(part)) {
      text += part;
    } else if (part === '{') {
      depth++;
      text += text && !/\s$/.test(text) ? ' {' : '{';
      line();
    } else if (part === '}') {
      depth--;
      line();
      text += '}';
      line();
    } else if (/^\s+$/.test(part)) {
      if (depth > 0) line();
      else text += ' ';
    } else {
      text += part;
    }
  }
  return text.replace(/\n\s*\n/g, '\n').trim();
};
