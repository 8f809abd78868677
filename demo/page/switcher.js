// Ctrl+K: a search over every channel, direct message and member to jump to.
import { avatar, fill, h, icon } from './dom.js';
import { fold } from './picker.js';
import { actAs, channelName, go, person, server, state } from './state.js';

export function mountSwitcher() {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || !state.ready) return;
    event.preventDefault();
    openSwitcher();
  });
}

function targets() {
  const places = state.world.channels.filter((one) => one.viewers.includes(state.me)).map((one) => {
    const other = one.kind === 'dm' && person(one.viewers.find((id) => id !== state.me));
    return { label: channelName(one), note: other ? 'Direct message' : server(one.server_id)?.name, picture: other ? avatar(other, 24) : icon('hash', 20), run: () => go(one.id) };
  });
  const people = state.world.people.filter((one) => !one.bot && one.id !== state.me)
    .map((one) => ({ label: one.name, note: 'Act as', picture: avatar(one, 24), run: () => actAs(one.id) }));
  return [...places, ...people];
}

/** Opens the search, unless something else is open. */
export function openSwitcher() {
  if (document.querySelector('dialog[open]')) return;
  const all = targets();
  let shown = all;
  let active = 0;
  const list = h('div', { role: 'listbox', id: 'jump-list', class: 'options' });
  const field = h('input', {
    type: 'text', placeholder: 'Where would you like to go?', role: 'combobox', 'aria-label': 'Where would you like to go?',
    'aria-controls': 'jump-list', 'aria-expanded': 'true', spellcheck: false,
  });
  const dialog = h('dialog', { class: 'jump', 'aria-label': 'Jump to', onClose: () => dialog.remove() }, field, list);
  const take = (one) => { dialog.close(); one?.run(); };
  const draw = () => {
    fill(list, shown.map((one, at) => h('div', {
      class: 'option', role: 'option', id: `jump-${at}`, 'aria-selected': String(at === active), dataset: { active: String(at === active) }, onClick: () => take(one),
    }, one.picture, h('span', { class: 'option-text' }, h('span', {}, one.label)), h('small', { class: 'faint' }, one.note))));
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', `jump-${active}`);
  };
  field.addEventListener('input', () => {
    shown = all.filter((one) => fold(one.label).includes(fold(field.value.replace(/^[#@]/, ''))));
    active = 0;
    draw();
  });
  field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) { active = (active + step + shown.length) % shown.length; draw(); }
    else if (event.key === 'Enter') take(shown[active]);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  draw();
  dialog.showModal();
  field.focus();
}
