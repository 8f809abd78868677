// The message list: heading, day separators, the "new" line, waiting lines; keeps the end in sight
// when the reader is there, and the keyboard's place when a message is drawn anew.
import { badge, fill, h, icon } from './dom.js';
import { drawMessage, drawWaiting } from './message.js';
import { channelName, dismiss, go, here, loud, markRead, on, person, state, unread } from './state.js';
import { sameDay, show } from './time.js';
import { toggleDrawer } from './sidebar.js';

const heading = document.getElementById('heading');
let newFrom = null;
let jump = null;
/** The rows that are drawn, by what they were drawn from: an unchanged message keeps its row, and all that is open in it. */
let drawn = new Map();

export function mountLog(root) {
  on('place', () => { newFrom = null; jump.hidden = true; drawn = new Map(); drawHeading(); fill(root); });
  on('world unread', drawHeading);
  on('messages', () => drawAll(root));
  root.addEventListener('click', follow);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && state.ready) markRead(); });
  new ResizeObserver(() => { if (root.dataset.end === 'yes') root.scrollTop = root.scrollHeight; }).observe(root);
  root.addEventListener('scroll', () => {
    root.dataset.end = atEnd(root) ? 'yes' : 'no';
    if (atEnd(root)) jump.hidden = true;
  });
  jump = h('button', { type: 'button', class: 'jump-down', hidden: true, onClick: () => end(root) }, 'New messages below', icon('chevron', 18));
  root.after(jump);
}

function follow(event) {
  const id = event.target.closest('[data-channel]')?.dataset.channel;
  if (!id) return;
  event.preventDefault();
  if (state.world.channels.some((one) => one.id === id && one.viewers.includes(state.me))) go(id);
}

function drawHeading() {
  const place = here();
  if (!place) return fill(heading);
  const other = place.kind === 'dm' && person(place.viewers.find((id) => id !== state.me));
  fill(heading,
    h('button', { type: 'button', class: 'icon-button menu', 'aria-label': 'Channels and direct messages', onClick: toggleDrawer },
      icon('menu', 24), badge(loud(state.me))),
    h('span', { class: 'heading-sign' }, icon(other ? 'at' : 'hash', 22)),
    h('h1', {}, channelName(place)),
    other?.bot && h('span', { class: 'tag' }, 'APP'),
    place.topic && h('p', { class: 'topic', title: place.topic }, place.topic));
  const count = loud(state.me);
  document.title = `${count ? `(${count}) ` : ''}${other ? '@' : '#'}${channelName(place)} · scorecard-bot demo`;
}

const atEnd = (root) => root.scrollHeight - root.scrollTop - root.clientHeight < 60;

function drawAll(root) {
  const fresh = !root.firstElementChild;
  const stay = fresh || atEnd(root);
  const place = here();
  if (!place) return;
  if (fresh) {
    const mark = unread(state.me, place.id);
    const first = mark.count > 0 && state.messages.find((one) => BigInt(one.id) > BigInt(mark.read) && one.author.id !== state.me);
    newFrom = first ? first.id : null;
  }
  const [focus, last] = [keepFocus(root), root.dataset.last];
  root.dataset.last = state.messages.at(-1)?.id ?? '';
  if (fresh) fill(root, welcome(place), h('ol', { class: 'messages' }), h('ol', { class: 'messages' }));
  const [, list, waiting] = root.children;
  reconcile(list, rows());
  fill(waiting, state.pending.map((one) => drawWaiting(one, dismiss)));
  focus();
  if (stay) end(root); else if (root.dataset.last !== last) jump.hidden = false;
}

function end(root) {
  root.scrollTop = root.scrollHeight;
  root.dataset.end = 'yes';
  for (const image of root.querySelectorAll('.messages img')) {
    image.addEventListener('load', () => { if (root.dataset.end === 'yes') root.scrollTop = root.scrollHeight; }, { once: true });
  }
}

/** Brings a list's rows into this order, touching only those that are new, moved or gone. */
function reconcile(list, nodes) {
  const kept = new Set(nodes);
  [...list.children].filter((node) => !kept.has(node)).forEach((node) => node.remove());
  nodes.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null); });
}

function rows() {
  const before = drawn;
  drawn = new Map();
  const row = (key, draw) => {
    const node = before.get(key) ?? draw();
    drawn.set(key, node);
    return node;
  };
  return state.messages.flatMap((one, at) => {
    const last = state.messages[at - 1];
    const time = Date.parse(one.timestamp);
    const newDay = !last || !sameDay(Date.parse(last.timestamp), time);
    const isNew = one.id === newFrom;
    const line = (newDay || isNew) && row(`${one.id} ${newDay} ${isNew}`, () => h('li', { class: `divider ${isNew ? 'new' : ''}`, role: 'separator' },
      h('span', {}, newDay ? show(time, 'D') : ''), isNew && h('b', {}, 'New')));
    const joined = !line && follows(last, one);
    return [line, row(`${joined} ${JSON.stringify(one)}`, () => drawMessage(one, joined))].filter(Boolean);
  });
}

/** Whether a message goes under the one before it without its author's name. */
function follows(before, one) {
  return before.author.id === one.author.id && !one.interaction_metadata && (before.flags & 64) === (one.flags & 64)
    && Date.parse(one.timestamp) - Date.parse(before.timestamp) < 7 * 60000;
}

/** Remembers which control has the focus, to give it back to its successor. */
function keepFocus(root) {
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  const row = held?.closest('[data-message]')?.dataset.message;
  const control = held?.dataset.control;
  return () => {
    if (!row || !control || document.activeElement !== document.body) return;
    const next = root.querySelector(`[data-message="${CSS.escape(row)}"]`);
    (next?.querySelector(`[data-control="${CSS.escape(control)}"]:not(:disabled)`) ?? next?.querySelector('button') ?? root).focus();
  };
}

function welcome(place) {
  const name = channelName(place);
  const other = place.kind === 'dm';
  return h('div', { class: 'welcome' },
    h('span', { class: 'welcome-sign' }, icon(other ? 'at' : 'hash', 40)),
    h('h2', {}, other ? name : `Welcome to #${name}`),
    h('p', {}, other ? `This is the beginning of your direct messages with ${name}.` : `This is the start of the #${name} channel. ${place.topic ?? ''}`));
}
