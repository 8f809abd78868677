// Buttons and selects under a message: draws them, sends a press or a choice, shows what fails.
import * as api from './api.js';
import { avatar, fill, h, icon } from './dom.js';
import { openForm } from './form.js';
import { openPicker } from './picker.js';
import { channels, here, person, server, settle, state, wait } from './state.js';

const styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };
const SELECTS = { 3: 'string', 5: 'user', 6: 'role', 7: 'mentionable', 8: 'channel' };

export function drawControls(message) {
  return (message.components ?? []).filter((row) => row.type === 1).map((row) => h('div', { class: 'row' },
    row.components.map((one) => (one.type === 2 ? drawButton(message, one) : drawSelect(message, one)))));
}

function drawButton(message, one) {
  const inside = [one.emoji?.name && h('span', { class: 'emoji' }, one.emoji.name), one.label];
  if (one.style === 5) {
    return h('a', { class: 'button link', href: /^https?:/.test(one.url) ? one.url : '#', target: '_blank', rel: 'noopener noreferrer' }, inside, icon('link', 16));
  }
  return h('button', {
    type: 'button', class: `button ${styles[one.style] ?? 'secondary'}`, disabled: Boolean(one.disabled),
    dataset: { control: one.custom_id }, onClick: (event) => use(event.currentTarget, message, { custom_id: one.custom_id }),
  }, inside);
}

/** Sends a press or choice as the person acted as; an answer that is a form opens it. */
async function use(node, message, data) {
  if (node.classList.contains('busy')) return;
  node.classList.add('busy');
  node.setAttribute('aria-busy', 'true');
  try {
    const { form } = await api.component(state.me, state.channel, message.id, data);
    if (form) openForm(form, node);
  } catch (error) {
    settle(wait(''), error.message);
  } finally {
    node.classList.remove('busy');
    node.removeAttribute('aria-busy');
  }
}

function drawSelect(message, one) {
  const options = () => choicesOf(one);
  const preset = (one.options ?? []).filter((option) => option.default).map((option) => option.value);
  const text = h('span', { class: 'select-text' });
  const label = (values) => fill(text, values.length
    ? options().filter((option) => values.includes(option.value)).map((option) => option.label).join(', ')
    : h('span', { class: 'faint' }, one.placeholder ?? 'Make a selection'));
  const node = h('button', {
    type: 'button', class: 'select', disabled: Boolean(one.disabled), 'aria-haspopup': 'listbox', 'aria-expanded': 'false',
    'aria-label': one.placeholder ?? 'Make a selection',
    dataset: { control: one.custom_id },
    onClick: () => openPicker(node, {
      options: options(), chosen: preset, min: one.min_values ?? 1, max: one.max_values ?? 1, search: one.type !== 3,
      onDone: (values) => { label(values); use(node, message, { custom_id: one.custom_id, values }); },
    }),
  }, text, icon('chevron', 20));
  label(preset);
  return node;
}

/** What a select offers: its own options, or the people, roles and channels of the place. */
export function choicesOf(one) {
  const kind = SELECTS[one.type];
  if (kind === 'string') return one.options;
  const place = here();
  const home = server(place?.server_id);
  const people = (home ? home.members.map((member) => person(member.id)) : place.viewers.map(person)).filter(Boolean)
    .map((who) => ({ value: who.id, label: who.name, description: who.user_name, picture: avatar(who, 24) }));
  const roles = (home?.roles ?? []).filter((role) => role.id !== home.id)
    .map((role) => ({ value: role.id, label: `@${role.name}`, picture: h('span', { class: 'sign' }, '@') }));
  if (kind === 'user') return people;
  if (kind === 'role') return roles;
  if (kind === 'mentionable') return [...people, ...roles];
  return home ? channels(state.me, home.id).map((where) => ({ value: where.id, label: where.name, picture: icon('hash', 18) })) : [];
}
