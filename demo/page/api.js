// The page's line to the demo: requests as the person acted as, and the live events with reconnection.

async function call(path, options) {
  const answer = await fetch(path, options).catch(() => null);
  if (!answer) throw new Error('The demo does not answer. Is it still running?');
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.error ?? `The demo answered ${answer.status}.`);
  return body;
}

const get = (path) => call(path);
const post = (path, body) => call(path, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
});

export const world = () => get('/api/world');
export const messages = (person, channel) => get(`/api/people/${person}/channels/${channel}/messages`);
export const commands = (person, channel) => get(`/api/people/${person}/channels/${channel}/commands`);
export const say = (person, channel, content) => post(`/api/people/${person}/channels/${channel}/messages`, { content });
export const read = (person, channel, message) => post(`/api/people/${person}/channels/${channel}/read`, { message });
export const dismiss = (person, channel, message) => post(`/api/people/${person}/channels/${channel}/dismiss`, { message });
export const complete = (person, channel, command) => post(`/api/people/${person}/channels/${channel}/complete`, command);
export const component = (person, channel, message, data) => post(`/api/people/${person}/channels/${channel}/component`, { message, ...data });
export const submit = (person, channel, form) => post(`/api/people/${person}/channels/${channel}/form`, form);
export const clock = (move) => post('/api/clock', move);

/** Runs a command; files go beside it as multipart parts `files[n]`, the command as `payload_json`. */
export function slash(person, channel, command, files) {
  const body = new FormData();
  body.set('payload_json', JSON.stringify(command));
  files.forEach((file, at) => body.set(`files[${at}]`, file, file.name));
  return call(`/api/people/${person}/channels/${channel}/slash`, { method: 'POST', body });
}

/**
 * Keeps a WebSocket open. `onEvent` gets every event, `onState` whether the line stands: it is told `true`
 * after each (re)connection, when what was missed has to be fetched anew.
 */
export function listen(onEvent, onState) {
  let wait = 250;
  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/api/events`);
    socket.onopen = () => { wait = 250; onState(true); };
    socket.onmessage = (event) => onEvent(JSON.parse(event.data));
    socket.onclose = () => {
      onState(false);
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 4000);
    };
  };
  connect();
}
