/** What is kept while the tab is open: the descriptor that is worked on, and as whom queries are asked. */

const listeners = new Set();

const stored = (name, otherwise) => {
  try {
    return sessionStorage.getItem(`provisioner.${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
};

const store = (name, value) => {
  try {
    sessionStorage.setItem(`provisioner.${name}`, value);
  } catch {
    // A descriptor can be larger than what a browser keeps; then it lives as long as the page.
  }
};

let descriptor = stored('descriptor', '');
let people = JSON.parse(stored('people', '[]'));
let query = stored('query', '');
let plan;

export const session = {
  get descriptor() {
    return descriptor;
  },
  set descriptor(text) {
    descriptor = text;
    store('descriptor', text);
    listeners.forEach((listener) => listener());
  },
  get people() {
    return people;
  },
  set people(names) {
    people = names;
    store('people', JSON.stringify(names));
  },
  get query() {
    return query;
  },
  set query(text) {
    query = text;
    store('query', text);
  },
  /** The newest plan, for its schema and its example query. */
  get plan() {
    return plan;
  },
  set plan(result) {
    plan = result;
  },
};

export const onDescriptor = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
