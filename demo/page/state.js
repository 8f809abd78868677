// What the page knows: the world (people, servers, channels, unread counts), whose eyes it looks through,
// the open channel and its messages. Views subscribe by topic; only this module changes the state.
import * as api from './api.js';
import { setNow } from './time.js';

export const state = {
  online: true, world: null, me: null, channel: null, messages: [], pending: [], ready: false,
};

const watchers = new Map();

/** Calls `run` after each change of a topic: world, place, messages, clock, scene, online, unread. */
export function on(topics, run) {
  for (const topic of topics.split(' ')) watchers.set(topic, [...(watchers.get(topic) ?? []), run]);
}

function tell(topic) {
  for (const run of watchers.get(topic) ?? []) run();
}

export const person = (id) => state.world?.people.find((one) => one.id === id);
export const channel = (id) => state.world?.channels.find((one) => one.id === id);
export const server = (id) => state.world?.servers.find((one) => one.id === id);
export const role = (id) => state.world?.servers.flatMap((one) => one.roles).find((one) => one.id === id);
export const me = () => person(state.me);
export const here = () => channel(state.channel);
export const unread = (who, where) => state.world?.unread[who]?.[where] ?? { count: 0, mentions: 0, read: '0' };

/** The channels a person sees: a server's, or the direct messages when `serverId` is null. */
export function channels(who, serverId) {
  return state.world.channels
    .filter((one) => one.server_id === serverId && one.viewers.includes(who))
    .sort((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
}

/** A thread stands below its channel. */
const place = (one) => (one.parent ? (channel(one.parent)?.position ?? 0) + 0.5 : one.position ?? 0);

/** What a channel is called by the person acted as: a DM bears the other's name. */
export function channelName(one) {
  if (one.kind !== 'dm') return one.name;
  return person(one.viewers.find((id) => id !== state.me))?.name ?? one.name;
}

/** The names behind mentions, for markdown. */
export const lookup = {
  person: (id) => person(id)?.name,
  role: (id) => role(id)?.name,
  channel: (id) => channel(id)?.name,
};

/** Unread direct messages and mentions of a person, over all channels. */
export function loud(who) {
  const counts = state.world?.unread[who] ?? {};
  return Object.entries(counts).reduce((sum, [id, one]) => sum + (channel(id)?.kind === 'dm' ? one.count : one.mentions), 0);
}

let loading = 0;
const waiting = [];

/** Fetches the world; events that come in the meantime are taken afterwards. */
export async function load() {
  loading += 1;
  try {
    await enter(await api.world());
  } finally {
    loading -= 1;
    if (!loading) waiting.splice(0).forEach(receive);
  }
}

/** Takes the world over and, the first time or when the place is gone, chooses where to be. */
async function enter(world) {
  state.world = world;
  setNow(Date.parse(state.world.clock.now));
  const [who, where] = location.hash.slice(1).split('/');
  if (!person(state.me)) state.me = person(who) ? who : state.world.start.person;
  const open = channel(state.channel ?? where);
  const target = open?.viewers.includes(state.me) ? open.id : home(state.me);
  state.ready = true;
  tell('world'); tell('clock'); tell('scene');
  await go(target);
}

function home(who) {
  const start = channel(state.world.start.channel);
  if (start?.viewers.includes(who)) return start.id;
  return state.world.channels.find((one) => one.viewers.includes(who))?.id ?? null;
}

/** Opens a channel. */
export async function go(id) {
  const moved = state.channel !== id;
  state.channel = id;
  if (id) history.replaceState(null, '', `#${state.me}/${id}`);
  if (moved) { state.messages = []; state.pending = []; tell('place'); }
  if (!id) return;
  const [who, found] = [state.me, await api.messages(state.me, id)];
  if (state.channel !== id || state.me !== who) return;
  const last = BigInt(found.at(-1)?.id ?? 0);
  state.messages = [...found, ...state.messages.filter((one) => BigInt(one.id) > last)];
  tell('messages');
  markRead();
}

/** Looks through another member's eyes. */
export async function actAs(id) {
  const [last, open] = [sessionStorage.getItem(`place-${id}`), here()];
  sessionStorage.setItem(`place-${state.me}`, state.channel);
  state.me = id;
  state.channel = null;
  const target = [open?.kind === 'dm' ? null : open?.id, last].find((one) => channel(one)?.viewers.includes(id));
  tell('world');
  await go(target ?? home(id));
}

/** Says that the open channel was seen to its end, when the reader is there. */
export function markRead() {
  const last = state.messages.findLast((one) => !(one.flags & 64));
  const mark = unread(state.me, state.channel);
  if (!last || document.hidden || (mark.count === 0 && mark.read === last.id)) return;
  setUnread(state.me, state.channel, { count: 0, mentions: 0, read: last.id });
  api.read(state.me, state.channel, last.id).catch(() => {});
}

function setUnread(who, where, mark) {
  (state.world.unread[who] ??= {})[where] = mark;
  tell('unread');
}

/** Takes one live event. */
export function receive(event) {
  if (loading) { waiting.push(event); return; }
  if (!state.world) return;
  const takers = { message, removed, unread: marked, clock, scene, world: reload };
  takers[event.type]?.(event);
}

let reloading = null;

/** Fetches the world anew, once for many changes. */
function reload() {
  clearTimeout(reloading);
  reloading = setTimeout(() => load().catch(() => {}), 60);
}

function message({ channel_id: where, message: one, only }) {
  if (where !== state.channel || (only && only !== state.me)) return;
  const at = state.messages.findIndex((old) => old.id === one.id);
  if (at >= 0) state.messages[at] = one; else state.messages.push(one);
  state.pending = state.pending.filter((wait) => !(one.author.bot || one.author.id === state.me) || wait.failed);
  tell('messages');
  markRead();
}

function removed({ channel_id: where, message_id: id }) {
  if (where !== state.channel) return;
  state.messages = state.messages.filter((one) => one.id !== id);
  tell('messages');
}

function marked({ person: who, channel_id: where, mark }) {
  if (who === state.me && where === state.channel && !document.hidden) return;
  setUnread(who, where, mark);
}

function clock({ now, next }) {
  state.world.clock = { now, next };
  setNow(Date.parse(now));
  tell('clock');
}

function scene({ scene: value }) {
  const before = state.world.scene.done;
  state.world.scene = value;
  tell('scene');
  if (value.done && !before) load();
}

/** Shows a line of one's own until the answer comes: "Sending command…". Returns it. */
export function wait(text) {
  const line = { id: `wait-${performance.now()}`, text, failed: false };
  state.pending.push(line);
  tell('messages');
  return line;
}

/** Ends a waiting line: quietly, or with what went wrong. */
export function settle(line, failure) {
  if (failure) Object.assign(line, { failed: true, text: failure });
  else state.pending = state.pending.filter((one) => one !== line);
  tell('messages');
}

/** Takes a message out of the reader's view for good (an ephemeral one, or a failed line). */
export function dismiss(id) {
  const local = state.pending.some((one) => one.id === id);
  state.pending = state.pending.filter((one) => one.id !== id);
  state.messages = state.messages.filter((one) => one.id !== id);
  tell('messages');
  if (!local) api.dismiss(state.me, state.channel, id).catch(() => {});
}

/** Says whether the line to the demo stands. */
export function setOnline(value) {
  if (state.online === value) return;
  state.online = value;
  tell('online');
}
