// What the page shows while the demo's story is being told to the bot: each step, and how far it is.
import { fill, h, icon } from './dom.js';
import { on, state } from './state.js';

export function mountScene(root) {
  on('scene', () => render(root));
}

function render(root) {
  const { done, error, steps, at } = state.world.scene;
  root.hidden = done && !error;
  document.querySelector('.app').inert = !root.hidden;
  if (root.hidden) return fill(root);
  fill(root, h('div', { class: 'scene-card' },
    h('img', { src: '/icon.svg', alt: '', width: 56, height: 56 }),
    h('h1', {}, error ? 'The scene could not be set' : 'Setting the scene'),
    h('p', {}, error ?? 'A company is moving in: its scorecards, a year of figures, and October’s review.'),
    h('progress', { max: steps.length, value: at, 'aria-label': 'Progress' }),
    h('ol', {}, steps.map((step, index) => h('li', {
      class: index < at ? 'over' : index === at ? 'now' : '',
      'aria-current': index === at ? 'step' : null,
    }, index < at ? icon('check', 16) : h('span', { class: 'dot' }), step)))));
}
