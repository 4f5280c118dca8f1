import { Failure, address, failureOf, headers } from './api.js';

/**
 * Server-sent events by fetch, which can show a token as the browser's own EventSource cannot. A stream that ends or
 * breaks is taken up again with the id that was heard last.
 */

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;

const pause = (millis, signal) =>
  new Promise((done) => {
    const timer = setTimeout(done, millis);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });

/** One event out of the lines of its block. */
const parse = (block) => {
  const event = { name: 'message', data: '', id: undefined };
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    const field = at < 0 ? line : line.slice(0, at);
    const value = at < 0 ? '' : line.slice(at + 1).replace(/^ /, '');
    if (field === 'event') event.name = value;
    if (field === 'data') event.data += (event.data ? '\n' : '') + value;
    if (field === 'id') event.id = value;
  }
  return event;
};

async function* blocks(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
    rest = parts.pop();
    yield* parts.filter((part) => part.trim());
  }
}

/**
 * @param heard.event for each event: its name and its data, read from JSON
 * @param heard.live whether the stream is open
 * @param heard.failed a failure that no repetition mends; the stream is given up
 */
export const follow = async (path, heard, signal) => {
  let last;
  let wait = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const more = last === undefined ? {} : { 'Last-Event-ID': last };
      const request = { signal, headers: { ...headers(), ...more, Accept: 'text/event-stream' } };
      const response = await fetch(address(path), request);
      if (!response.ok) throw await failureOf(response);
      heard.live(true);
      wait = FIRST_PAUSE;
      for await (const block of blocks(response.body)) {
        const event = parse(block);
        last = event.id ?? last;
        if (event.data) heard.event(event.name, JSON.parse(event.data));
      }
      continue;
    } catch (failed) {
      if (signal.aborted) return;
      if (failed instanceof Failure && failed.kind !== 'failing') {
        heard.failed?.(failed);
        return;
      }
      heard.live(false);
    }
    await pause(wait, signal);
    wait = Math.min(2 * wait, LONGEST_PAUSE);
  }
};
