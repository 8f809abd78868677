// Small helpers to build DOM nodes, icons and avatars. Every other module builds its nodes with `h`;
// nothing here, or anywhere on this page, writes markup from a string.

/** Makes an element: props may hold `class`, `on…` listeners, `dataset`, `style` variables and attributes. */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2).toLowerCase(), value);
    else if (key === 'dataset') Object.assign(node.dataset, value);
    else if (key === 'style') for (const [name, v] of Object.entries(value)) node.style.setProperty(name, v);
    else if (key in node && typeof value !== 'string') node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...flat(children));
  return node;
}

/** Replaces what a node holds. */
export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

const flat = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

const paths = {
  hash: 'M9.5 3 8.6 8H4v2h4.2l-.7 4H3v2h4.2l-.9 5h2l.9-5h4l-.9 5h2l.9-5H20v-2h-4.4l.7-4H21V8h-4.3l.9-5h-2l-.9 5h-4l.8-5zm.8 7h4l-.7 4h-4z',
  at: 'M12 2a10 10 0 1 0 6.3 17.8l-1.3-1.6A8 8 0 1 1 20 12v1.3c0 1-.7 1.7-1.5 1.7S17 14.3 17 13.3V12a5 5 0 1 0-1.4 3.5A3.5 3.5 0 0 0 22 13.3V12A10 10 0 0 0 12 2m0 13a3 3 0 1 1 0-6 3 3 0 0 1 0 6',
  menu: 'M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z',
  close: 'm6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  chevron: 'm6 9 6 6 6-6-1.4-1.4L12 12.2 7.4 7.6z',
  up: 'm6 15 6-6 6 6-1.4 1.4L12 11.8l-4.6 4.6z',
  check: 'm9 16.2-4.2-4.2-1.4 1.4L9 19 21 7l-1.4-1.4z',
  eye: 'M12 5C6.5 5 2.7 9.3 1 12c1.7 2.7 5.5 7 11 7s9.3-4.3 11-7c-1.7-2.7-5.5-7-11-7m0 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9m0-2.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  send: 'M3 20.5 22 12 3 3.5v6.6l12 1.9-12 1.9z',
  file: 'M6 2a2 2 0 0 0-2 2v16c0 1.1.9 2 2 2h12a2 2 0 0 0 2-2V8l-6-6zm7 7V3.5L18.5 9z',
  link: 'M14 4v2h2.6l-8.3 8.3 1.4 1.4L18 7.4V10h2V4zM5 6v13h13v-6h-2v4H7V8h4V6z',
  next: 'M5 5v14l9-7zm10 0h3v14h-3z',
  reply: 'M4 17V10a3 3 0 0 1 3-3h13v2H7a1 1 0 0 0-1 1v7z',
  search: 'M10 3a7 7 0 1 0 4.3 12.5l5 5 1.4-1.4-5-5A7 7 0 0 0 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10',
};

/** A decorative icon. */
export function icon(name, size = 20) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const set = (node, values) => Object.entries(values).forEach(([key, value]) => node.setAttribute(key, value));
  set(svg, { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', class: 'icon' });
  set(path, { d: paths[name], fill: 'currentColor' });
  svg.append(path);
  return svg;
}

const palette = ['#3f62d6', '#a13d83', '#2a7d5a', '#b4521f', '#6f4bc9', '#1f7a8c', '#b0413e', '#7a6a1d'];

/** The first letters of up to two words: "Maria Keller" → "MK", "Alder & Finch" → "AF". */
export function initials(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join('') || '?';
}

/** A round picture of initials on a colour that stays with the person. */
export function avatar(person, size = 40) {
  if (person?.bot) return h('img', { class: 'avatar', src: '/icon.svg', alt: '', style: { '--size': `${size}px` } });
  const at = person?.order ?? [...(person?.id ?? '0')].reduce((sum, digit) => sum + Number(digit), 0);
  return h('span', {
    class: 'avatar', 'aria-hidden': 'true',
    style: { '--size': `${size}px`, '--colour': palette[at % palette.length] },
  }, initials(person?.name ?? '?'));
}

/** A count on a red pill, or nothing. */
export function badge(count, words = 'unread') {
  if (!count) return null;
  return h('span', { class: 'badge' }, count > 99 ? '99+' : String(count), h('span', { class: 'sr' }, ` ${words}`));
}
