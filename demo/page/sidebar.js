// The left side: servers, channels and direct messages with their unread marks, and who one acts as.
// On a narrow screen it is a drawer.
import { avatar, badge, fill, h, icon, initials } from './dom.js';
import { openPicker } from './picker.js';
import { openSwitcher } from './switcher.js';
import { actAs, channelName, channels, go, here, loud, me, on, person, state, unread } from './state.js';

const [rail, list, account, drawer, scrim] = ['rail', 'sidebar', 'account', 'drawer', 'scrim'].map((id) => document.getElementById(id));

export function mountSidebar() {
  on('world place unread', draw);
  scrim.addEventListener('click', () => toggleDrawer(false));
  drawer.addEventListener('keydown', (event) => { if (event.key === 'Escape') toggleDrawer(false); });
}

/** Opens or closes the drawer of a narrow screen. */
export function toggleDrawer(open) {
  const show = typeof open === 'boolean' ? open : !drawer.classList.contains('open');
  drawer.classList.toggle('open', show);
  scrim.hidden = !show;
  if (show) drawer.querySelector('[aria-current=page]')?.focus();
}

function draw() {
  if (!state.world || !me()) return;
  const held = document.activeElement?.dataset.place;
  drawRail();
  drawList();
  drawAccount();
  if (held) document.querySelector(`[data-place="${CSS.escape(held)}"]`)?.focus();
}

const mine = () => state.world.servers.filter((one) => one.members.some((member) => member.id === state.me));
const sum = (places, key) => places.reduce((total, one) => total + unread(state.me, one.id)[key], 0);

function drawRail() {
  const current = here()?.server_id ?? null;
  const dms = channels(state.me, null);
  const spot = (id, label, inside, places, count) => h('button', {
    type: 'button', class: `spot ${current === id ? 'current' : ''} ${sum(places, 'count') ? 'has-unread' : ''}`,
    'aria-label': label, 'aria-current': current === id ? 'true' : null, title: label, dataset: { place: `rail-${id}` },
    onClick: () => { if (current !== id && places.length) go(newest(places).id); },
  }, inside, badge(count));
  fill(rail,
    spot(null, 'Direct messages', h('img', { src: '/icon.svg', alt: '', width: 48, height: 48 }), dms, sum(dms, 'count')),
    h('hr'),
    mine().map((one) => {
      const places = channels(state.me, one.id);
      return spot(one.id, one.name, h('span', { class: 'server-sign' }, initials(one.name)), places, sum(places, 'mentions'));
    }));
}

const newest = (places) => places.find((one) => unread(state.me, one.id).count) ?? places[0];

function drawList() {
  const home = state.world.servers.find((one) => one.id === here()?.server_id) ?? mine()[0];
  const dms = channels(state.me, null);
  fill(list,
    h('div', { class: 'server-name' }, h('h2', {}, home?.name ?? 'Direct messages')),
    h('button', { type: 'button', class: 'find', dataset: { place: 'find' }, onClick: () => { toggleDrawer(false); openSwitcher(); } },
      icon('search', 16), 'Find a channel or a member', h('kbd', {}, 'Ctrl K')),
    home && h('nav', { 'aria-label': 'Channels' }, h('h3', {}, 'Text channels'),
      h('ul', {}, channels(state.me, home.id).map((one) => line(one, icon('hash', 20), unread(state.me, one.id).mentions)))),
    h('nav', { 'aria-label': 'Direct messages' }, h('h3', {}, 'Direct messages'),
      dms.length ? h('ul', {}, dms.map((one) => {
        const other = person(one.viewers.find((id) => id !== state.me));
        return line(one, avatar(other, 32), unread(state.me, one.id).count, other);
      })) : h('p', { class: 'faint none' }, 'The bot has not written to you yet.')));
}

function line(one, picture, count, other) {
  const current = one.id === state.channel;
  const isUnread = !current && unread(state.me, one.id).count > 0;
  return h('li', {}, h('button', {
    type: 'button', class: `place ${current ? 'current' : ''} ${isUnread ? 'unread' : ''} ${other ? 'dm' : ''} ${one.parent ? 'thread' : ''}`,
    'aria-current': current ? 'page' : null, dataset: { place: one.id },
    onClick: () => { toggleDrawer(false); go(one.id); },
  }, picture, h('span', { class: 'place-name' }, channelName(one)), other?.bot && h('span', { class: 'tag' }, 'APP'),
  isUnread && !count && h('span', { class: 'sr' }, ' unread'), !current && badge(count)));
}

function drawAccount() {
  const others = state.world.people.filter((one) => !one.bot && one.id !== state.me).reduce((total, one) => total + loud(one.id), 0);
  const node = h('button', {
    type: 'button', class: 'account-button', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', dataset: { place: 'account' },
    'aria-label': `You act as ${me().name}. Act as somebody else`,
    onClick: () => openPicker(node, {
      chosen: [state.me],
      options: state.world.people.filter((one) => !one.bot).map((one) => ({
        value: one.id, label: one.name, description: one.title,
        picture: h('span', { class: 'with-badge' }, avatar(one, 32), badge(loud(one.id))),
      })),
      onDone: ([id]) => { if (id !== state.me) actAs(id); },
    }),
  }, avatar(me(), 32),
  h('span', { class: 'account-text' }, h('b', {}, me().name), h('small', {}, me().title || 'Act as…')),
  badge(others, 'unread for other members'), icon('up', 20));
  fill(account, h('span', { class: 'account-label' }, 'Acting as'), node);
}
