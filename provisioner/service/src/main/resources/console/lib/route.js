/** Where one is: all of it stands in the address, so that it can be shared, reloaded and gone back to. */

const VIEWS = ['check', 'plan', 'try', 'tasks', 'ports'];

const listeners = new Set();

const parse = () => {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const view = VIEWS.includes(path) ? path : VIEWS[0];
  return { view, query: Object.fromEntries(new URLSearchParams(query ?? '')) };
};

let current = parse();

export const route = () => current;

export const views = VIEWS;

/** The address of a view; values that are empty are left out. */
export const href = (view, query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given).toString();
  return `#/${view}${text ? `?${text}` : ''}`;
};

export const go = (view, query) => {
  location.hash = href(view, query);
};

/** Changes what stands behind the question mark, without a step in the browser's history. */
export const refine = (query) => {
  history.replaceState(null, '', href(current.view, { ...current.query, ...query }));
  update();
};

export const onRoute = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const update = () => {
  current = parse();
  listeners.forEach((listener) => listener(current));
};

addEventListener('hashchange', update);
