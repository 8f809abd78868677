// A list to choose from, under (or above) the control that opens it: one choice or several, with or
// without a search field; arrows, Enter, Escape, and typing letters work.
import { fill, h, icon } from './dom.js';

let open = null;

/**
 * Opens a list. `options`: {value, label, description?, emoji?, picture?}; `onDone` gets the values
 * when a choice stands, and is not called when the list is left by Escape.
 */
export function openPicker(anchor, { options, chosen = [], min = 1, max = 1, search = false, onDone }) {
  if (open) open.close(false);
  const values = new Set(chosen);
  const many = max > 1;
  let active = Math.max(0, options.findIndex((one) => values.has(one.value)));
  let shown = options;

  const list = h('div', { class: 'options', role: 'listbox', 'aria-multiselectable': String(many), id: 'picker-list' });
  const field = h('input', {
    class: search ? 'picker-search' : 'sr', type: 'text', role: 'combobox', 'aria-controls': 'picker-list', 'aria-expanded': 'true',
    'aria-label': 'Search', placeholder: 'Search', inputMode: search ? 'search' : 'none', spellcheck: false,
  });
  const done = many && h('button', { type: 'button', class: 'button primary', onClick: () => close(true) }, 'Done');
  const box = h('div', { class: 'picker' }, field, list, done && h('div', { class: 'picker-foot' }, done));

  const draw = () => {
    fill(list, shown.length ? shown.map((one, at) => h('div', {
      class: 'option', role: 'option', id: `picker-${at}`, 'aria-selected': String(values.has(one.value)),
      dataset: { active: String(at === active) },
      onMousemove: () => { if (active !== at) { active = at; mark(); } },
      onClick: () => choose(one),
    }, one.emoji?.name && h('span', { class: 'emoji' }, one.emoji.name), one.picture?.cloneNode(true),
    h('span', { class: 'option-text' }, h('span', {}, one.label), one.description && h('small', {}, one.description)),
    values.has(one.value) && icon('check', 18))) : h('p', { class: 'empty' }, 'Nothing matches'));
    mark();
    if (done) done.disabled = values.size < min;
  };
  const mark = () => {
    [...list.children].forEach((node, at) => { node.dataset.active = String(at === active); });
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', `picker-${active}`);
  };
  const choose = (one) => {
    if (!one) return;
    if (!many) { values.clear(); values.add(one.value); return close(true); }
    if (values.has(one.value)) values.delete(one.value); else if (values.size < max) values.add(one.value);
    draw();
  };
  const close = (save) => {
    if (open?.box !== box) return;
    open = null;
    document.removeEventListener('pointerdown', outside, true);
    box.remove();
    anchor.setAttribute('aria-expanded', 'false');
    successor(anchor)?.focus();
    const same = values.size === chosen.length && chosen.every((value) => values.has(value));
    if (save && values.size >= min && !(many && same)) onDone([...values]);
  };
  const outside = (event) => { if (!box.contains(event.target)) close(many); };

  field.addEventListener('input', () => {
    const wanted = fold(field.value);
    shown = options.filter((one) => fold(`${one.label} ${one.description ?? ''}`).includes(wanted));
    active = 0;
    draw();
  });
  field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) { active = (active + step + shown.length) % shown.length; mark(); }
    else if (event.key === 'Enter') choose(shown[active]);
    else if (event.key === 'Escape') { event.stopPropagation(); close(false); }
    else if (event.key === 'Tab') close(many);
    else return;
    event.preventDefault();
  });
  (anchor.closest('dialog') ?? document.body).append(box);
  open = { box, close };
  draw();
  place(box, anchor);
  anchor.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  field.focus();
}

/** The control itself, or the one drawn in its stead meanwhile. */
function successor(anchor) {
  if (anchor.isConnected) return anchor;
  const { place: where, control } = anchor.dataset;
  return where ? document.querySelector(`[data-place="${CSS.escape(where)}"]`)
    : control && document.querySelector(`[data-control="${CSS.escape(control)}"]`);
}

function place(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const width = Math.min(Math.max(at.width, 240), innerWidth - 16);
  const below = innerHeight - at.bottom - 12;
  const above = at.top - 12;
  const up = below < 220 && above > below;
  box.style.width = `${width}px`;
  box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  box.style.maxHeight = `${Math.min(460, up ? above : below)}px`;
  if (up) box.style.bottom = `${innerHeight - at.top + 4}px`; else box.style.top = `${at.bottom + 4}px`;
}

/** Text for comparing: lower case, without accents. */
export const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
