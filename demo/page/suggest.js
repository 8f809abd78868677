// The list above the composer: commands, choices, people. It holds what is offered and which entry is
// active; the input that owns it passes on its keys and says where the focus is.
import { fill, h } from './dom.js';

export function createSuggest(root) {
  let items = [];
  let active = 0;
  let owner = null;
  let moved = false;

  const mark = () => {
    [...root.querySelectorAll('.option')].forEach((node, at) => {
      node.dataset.active = String(at === active);
      node.setAttribute('aria-selected', String(at === active));
      if (at === active) node.scrollIntoView({ block: 'nearest' });
    });
    owner?.setAttribute('aria-activedescendant', items[active] ? `suggest-${active}` : '');
    owner?.setAttribute('aria-expanded', String(items.length > 0));
  };

  const self = {
    /** Offers entries ({label, description, picture, run}) under a heading, for an input; `active` −1 is none. */
    show(input, { title, hint, entries = [], note, start = 0 }) {
      [owner, items, moved] = [input, entries, false];
      active = entries.length ? start : -1;
      fill(root,
        h('div', { class: 'suggest-head' }, h('b', {}, title), hint && h('span', {}, hint)),
        h('div', { class: 'options', role: 'listbox', id: 'suggest-list', 'aria-label': title }, entries.map((one, at) => h('div', {
          class: 'option', role: 'option', id: `suggest-${at}`,
          onPointerdown: (event) => event.preventDefault(),
          onMousemove: () => { if (active !== at) { active = at; moved = true; mark(); } },
          onClick: one.run,
        }, one.picture, h('span', { class: 'option-text' }, h('span', {}, one.label), one.description && h('small', {}, one.description))))),
        note && h('p', { class: 'empty' }, note));
      root.hidden = false;
      mark();
    },
    hide() { root.hidden = true; [items, active] = [[], -1]; owner?.setAttribute('aria-expanded', 'false'); },
    open: () => !root.hidden && items.length > 0,
    /** The entry Enter would choose. */
    current: () => (root.hidden ? null : items[active] ?? null),
    /** Whether the person pointed at an entry, rather than it being first. */
    chosen: () => moved,
    move(step) {
      if (!items.length) return false;
      active = active < 0 ? (step > 0 ? 0 : items.length - 1) : (active + step + items.length) % items.length;
      moved = true;
      mark();
      return true;
    },
  };
  return self;
}
