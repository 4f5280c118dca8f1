/** Calls of the service's own API, the one that the command line uses. */

const BASE = new URL('..', document.baseURI);
const TOKEN = 'provisioner.token';

/** Why a call came to nothing: `offline`, `unauthorized`, `forbidden`, `refused` or `failing`. */
export class Failure extends Error {
  constructor(kind, message, answer = {}) {
    super(message);
    this.kind = kind;
    this.problems = answer.details ?? [];
    this.hints = answer.moreInfo?.solutions ?? [];
  }
}

const KINDS = { 401: 'unauthorized', 403: 'forbidden' };

const waiting = new Set();

/** Told when somebody has signed in, so that what was refused is asked again. */
export const onSignIn = (listener) => {
  waiting.add(listener);
  return () => waiting.delete(listener);
};

export const signIn = (token) => {
  sessionStorage.setItem(TOKEN, token.trim());
  waiting.forEach((listener) => listener());
};

export const headers = () => {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { Authorization: `Bearer ${token}` } : {};
};

export const address = (path) => new URL(path.replace(/^\//, ''), BASE);

const read = async (response) => {
  const text = await response.text();
  if (!text || !(response.headers.get('Content-Type') ?? '').includes('json')) {
    return text;
  }
  return JSON.parse(text);
};

export const failureOf = async (response) => {
  const answer = await read(response).catch(() => ({}));
  const kind = KINDS[response.status] ?? (response.status >= 500 ? 'failing' : 'refused');
  return new Failure(kind, answer.userMessage ?? `${response.status} ${response.statusText}`, answer);
};

/** The answer, as JSON or text; a {@link Failure} otherwise. An abort is thrown as it is. */
export const call = async (method, path, body, signal) => {
  const request = { method, signal, headers: headers() };
  if (body !== undefined) {
    request.headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(address(path), request);
  } catch (failed) {
    throw failed.name === 'AbortError' ? failed : new Failure('offline', '');
  }
  if (!response.ok) {
    throw await failureOf(response);
  }
  return read(response);
};

export const get = (path, signal) => call('GET', path, undefined, signal);
export const post = (path, body, signal) => call('POST', path, body ?? {}, signal);

/** A descriptor that says no more than whose port it is: enough for access and removal. */
export const naming = (component) => `componentIdToProvision: ${JSON.stringify(component)}\n`;

export const provisioning = (descriptor) => ({ descriptorKind: 'COMPONENT_DESCRIPTOR', descriptor });
