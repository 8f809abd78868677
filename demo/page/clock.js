// The bar at the top: the sandbox's date and time, and the three ways to move it.
import * as api from './api.js';
import { fill, h, icon } from './dom.js';
import { on, state } from './state.js';
import { now, refresh, show } from './time.js';

let busy = false;

export function mountClock(root) {
  on('clock scene online', () => render(root));
  render(root);
  setInterval(() => tick(root), 1000);
}

/** The clock runs: each second the page looks whether a minute is over. */
function tick(root) {
  const shown = root.querySelector('.clock-now');
  const text = words();
  if (!shown || shown.textContent === text.map((one) => one.textContent).join('')) return;
  fill(shown, text);
  refresh();
}

const words = () => [h('span', { class: 'wide' }, show(now(), 'bar')), h('span', { class: 'narrow' }, show(now(), 'barNarrow'))];

function render(root) {
  const clock = state.world?.clock;
  const blocked = busy || !clock || !state.world.scene.done || !state.online;
  const next = clock?.next ? Date.parse(clock.next) : null;
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.move : null;
  const button = (move, long, short, extra = {}) => h('button', {
    type: 'button', class: `clock-button ${extra.class ?? ''}`, disabled: blocked || extra.off,
    dataset: { move }, 'aria-label': long, title: extra.title, onClick: () => shift(root, move),
  }, h('span', { class: 'wide' }, long), h('span', { class: 'narrow' }, short), extra.icon);
  fill(root,
    h('span', { class: 'clock-label' }, 'Sandbox clock'),
    clock && h('time', { class: 'clock-now', datetime: clock.now }, words()),
    next && h('span', { class: 'clock-next' }, 'next: ', show(next, 'short')),
    h('span', { class: 'clock-buttons' },
      button('hour', '+1 hour', '+1 h'),
      button('day', '+1 day', '+1 d'),
      button('next', 'to the next event', 'next', {
        class: 'primary', icon: icon('next', 16), off: !next,
        title: next ? `The bot acts next on ${show(next, 'F')}` : 'Nothing is due',
      })));
  if (focused) root.querySelector(`[data-move=${focused}]`)?.focus();
}

async function shift(root, move) {
  busy = true;
  render(root);
  try {
    await api.clock({ move });
  } catch (error) {
    root.querySelector('.clock-next')?.replaceChildren(error.message);
  } finally {
    busy = false;
    render(root);
  }
}
