// Embeds and pictures, and the large view a picture opens in.
import { h, icon } from './dom.js';
import { inline, markdown } from './markdown.js';
import { local } from './message.js';
import { lookup } from './state.js';
import { stamp } from './time.js';

export function drawEmbed(embed) {
  const colour = embed.color === undefined || embed.color === null ? null : `#${embed.color.toString(16).padStart(6, '0')}`;
  return h('article', { class: 'embed', style: colour ? { '--bar': colour } : {} },
    embed.thumbnail && h('div', { class: 'thumbnail' }, drawPicture(embed.thumbnail, 'Thumbnail')),
    embed.author && h('div', { class: 'embed-author' }, linked(embed.author.url, embed.author.name)),
    embed.title && h('div', { class: 'embed-title' }, linked(embed.url, inline(embed.title, lookup))),
    embed.description && h('div', { class: 'embed-text' }, markdown(embed.description, lookup)),
    embed.fields?.length > 0 && h('div', { class: 'fields' }, embed.fields.map(drawField)),
    embed.image && drawPicture(embed.image, embed.title ?? 'Picture'),
    (embed.footer || embed.timestamp) && h('div', { class: 'embed-footer' },
      [embed.footer?.text, embed.timestamp && stamp(Date.parse(embed.timestamp))].filter(Boolean).join(' • ')));
}

const linked = (url, children) => (/^https?:/.test(url ?? '') ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, children) : children);

const drawField = (field) => h('div', { class: field.inline ? 'field inline' : 'field' },
  h('div', { class: 'field-name' }, inline(field.name, lookup)),
  h('div', { class: 'field-value' }, markdown(field.value, lookup)));

/** A picture that opens large. */
export function drawPicture(picture, words) {
  const source = local(picture.url);
  return h('button', { type: 'button', class: 'picture', 'aria-label': `Open picture: ${words}`, onClick: () => enlarge(source, words) },
    h('img', { src: source, alt: words, width: picture.width, height: picture.height, loading: 'eager' }));
}

function enlarge(source, words) {
  const dialog = h('dialog', { class: 'lightbox', 'aria-label': words, onClick: () => dialog.close(), onClose: () => dialog.remove() },
    h('img', { src: source, alt: words }),
    h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close' }, icon('close', 24)));
  document.body.append(dialog);
  dialog.showModal();
}
