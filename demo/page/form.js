// A form of the bot's (a modal) as a dialog: the browser keeps the focus inside and closes on Escape;
// required marks, counters, and errors at the field they belong to.
import * as api from './api.js';
import { fill, h, icon } from './dom.js';
import { choicesOf } from './control.js';
import { openPicker } from './picker.js';
import { state } from './state.js';

/** Opens a form (`{id, title, components}`); `back` gets the focus afterwards. */
export function openForm(form, back) {
  const [who, where] = [state.me, state.channel];
  const fields = form.components.map(drawPart).filter(Boolean);
  const failure = h('p', { class: 'form-failure', role: 'alert', hidden: true });
  const send = h('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const dialog = h('dialog', { class: 'form', 'aria-labelledby': 'form-title', onClose: () => { dialog.remove(); back?.isConnected && back.focus(); } },
    h('form', { method: 'dialog', noValidate: true },
      h('header', {}, h('img', { src: '/icon.svg', alt: '', width: 24, height: 24 }), h('h2', { id: 'form-title' }, form.title),
        h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onClick: () => dialog.close() }, icon('close', 22))),
      h('div', { class: 'form-body' }, fields.map((one) => one.node), failure),
      h('footer', {}, h('button', { type: 'button', class: 'button quiet', onClick: () => dialog.close() }, 'Cancel'), send)));

  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const wrong = fields.filter((one) => one.check && !one.check());
    if (wrong.length) return wrong[0].focus();
    send.disabled = true;
    failure.hidden = true;
    try {
      const { form: next } = await api.submit(who, where, { id: form.id, fields: fields.map((one) => one.value()).filter(Boolean) });
      dialog.close();
      if (next) openForm(next, back);
    } catch (error) {
      fill(failure, error.message || 'Something went wrong. Try again.').hidden = false;
      send.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  fields.find((one) => one.focus)?.focus();
}

/** A part of a form: a row or label with one control, or text. */
function drawPart(part) {
  if (part.type === 10) return { node: h('p', { class: 'form-text' }, part.content), value: () => null };
  const control = part.type === 18 ? part.component : part.components?.[0];
  if (!control) return null;
  const label = { text: part.label ?? control.label, description: part.description };
  return control.type === 4 ? textField(control, label) : choiceField(control, label);
}

function frame(control, label, inside, hint) {
  const required = control.required !== false;
  const note = h('small', { class: 'field-note', id: `note-${control.custom_id}` });
  const node = h('div', { class: 'form-field' },
    h('label', { for: `field-${control.custom_id}` }, label.text, required && h('span', { class: 'required', 'aria-hidden': 'true' }, ' *')),
    label.description && h('p', { class: 'faint' }, label.description), inside, h('div', { class: 'field-foot' }, note, hint));
  const complain = (words) => {
    node.classList.toggle('wrong', Boolean(words));
    fill(note, words ?? '');
    inside.setAttribute('aria-invalid', String(Boolean(words)));
    return !words;
  };
  return { node, complain, required };
}

function textField(control, label) {
  const max = control.max_length ?? 4000;
  const shared = {
    id: `field-${control.custom_id}`, placeholder: control.placeholder, maxLength: max, 'aria-describedby': `note-${control.custom_id}`,
    'aria-required': String(control.required !== false), dataset: { field: control.custom_id },
  };
  const input = control.style === 2 ? h('textarea', { ...shared, rows: 4 }) : h('input', { ...shared, type: 'text' });
  input.value = control.value ?? '';
  const counter = h('small', { class: 'counter' });
  const { node, complain, required } = frame(control, label, input, counter);
  const count = () => fill(counter, control.style === 2 || [...input.value].length > max * 0.8 ? `${[...input.value].length} / ${max}` : '');
  count();
  const check = () => {
    const length = [...input.value].length;
    if (required && !input.value.trim()) return complain('This field is required.');
    if (length && length < (control.min_length ?? 0)) return complain(`Must be at least ${control.min_length} characters.`);
    return complain(null);
  };
  input.addEventListener('input', () => { count(); if (node.classList.contains('wrong')) check(); });
  return { node, check, focus: () => input.focus(), value: () => ({ custom_id: control.custom_id, value: input.value }) };
}

function choiceField(control, label) {
  let chosen = (control.options ?? []).filter((one) => one.default).map((one) => one.value);
  const text = h('span', { class: 'select-text' });
  const button = h('button', {
    type: 'button', class: 'select', id: `field-${control.custom_id}`, 'aria-haspopup': 'listbox', 'aria-expanded': 'false',
    onClick: () => openPicker(button, {
      options: choicesOf({ ...control, type: control.type === 21 || control.type === 22 ? 3 : control.type }), chosen,
      min: control.min_values ?? 1, max: control.max_values ?? 1, search: control.type !== 3, onDone: (values) => { chosen = values; draw(); check(); },
    }),
  }, text, icon('chevron', 20));
  const draw = () => fill(text, chosen.length
    ? choicesOf(control).filter((one) => chosen.includes(one.value)).map((one) => one.label).join(', ')
    : h('span', { class: 'faint' }, control.placeholder ?? 'Make a selection'));
  draw();
  const { node, complain, required } = frame(control, label, button);
  const check = () => complain(required && !chosen.length ? 'This field is required.' : null);
  return { node, check, focus: () => button.focus(), value: () => ({ custom_id: control.custom_id, values: chosen }) };
}
