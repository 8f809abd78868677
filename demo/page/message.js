// One message as a list row: who, when, what it answers, text, embeds, pictures, controls, and the
// notes below it (edited, only you can see this).
import { avatar, h, icon } from './dom.js';
import { drawControls } from './control.js';
import { drawEmbed, drawPicture } from './embed.js';
import { markdown } from './markdown.js';
import { dismiss, lookup, person, role, state } from './state.js';
import { show, stamp } from './time.js';

const EPHEMERAL = 64;
const LOADING = 128;

export function drawMessage(one, follows) {
  const author = person(one.author.id) ?? { id: one.author.id, name: one.author.global_name ?? one.author.username, bot: one.author.bot };
  const ephemeral = Boolean(one.flags & EPHEMERAL);
  const at = Date.parse(one.timestamp);
  const classes = ['message', follows && 'follows', ephemeral && 'ephemeral', callsMe(one) && 'calls-me'].filter(Boolean);
  return h('li', { class: classes.join(' '), dataset: { message: one.id } },
    one.interaction_metadata && used(one),
    h('div', { class: 'gutter' }, follows
      ? h('time', { class: 'small-time', datetime: one.timestamp }, show(at, 't'))
      : avatar(author, 40)),
    h('div', { class: 'body' },
      !follows && h('div', { class: 'by' },
        h('span', { class: 'author', style: { '--name': nameColour(one, author) } }, author.name),
        author.bot && h('span', { class: 'tag' }, 'APP'),
        h('time', { class: 'time', datetime: one.timestamp, title: show(at, 'F'), dataset: { stamp: String(at) } }, stamp(at))),
      one.flags & LOADING ? thinking(author) : content(one),
      ephemeral && h('div', { class: 'only-you' }, icon('eye', 16), 'Only you can see this · ',
        h('button', { type: 'button', class: 'link-button', dataset: { control: 'dismiss' }, onClick: () => dismiss(one.id) }, 'Dismiss message'))));
}

function content(one) {
  const edited = one.edited_timestamp && h('span', { class: 'edited', title: show(Date.parse(one.edited_timestamp), 'F') }, ' (edited)');
  const text = one.content ? markdown(one.content, lookup) : [];
  if (edited && text.length) text.at(-1).append(edited);
  const files = one.attachments ?? [];
  const embedded = new Set((one.embeds ?? []).flatMap((embed) => [embed.image?.url, embed.thumbnail?.url]));
  return [
    h('div', { class: 'content' }, text),
    files.filter((file) => !embedded.has(file.url)).map(drawFile),
    one.embeds?.length > 0 && h('div', { class: one.embeds.length > 1 ? 'embeds several' : 'embeds' }, one.embeds.map(drawEmbed)),
    edited && !text.length && h('div', { class: 'content' }, edited),
    drawControls(one),
  ];
}

const thinking = (author) => h('div', { class: 'thinking' },
  h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), `${author.name} is thinking…`);

/** The line above an answer: who used which command, or the message whose button or form it answers. */
function used(one) {
  const { user, triggering_interaction_metadata: opener, ...own } = one.interaction_metadata;
  const { name: by, interacted_message_id: source } = { ...opener, ...own };
  const who = person(user.id) ?? { id: user.id, name: user.global_name ?? user.username };
  const spine = h('span', { class: 'spine', 'aria-hidden': 'true' });
  if (by) return h('div', { class: 'used' }, spine, avatar(who, 16), h('b', {}, who.name), 'used ', h('span', { class: 'mention' }, `/${by}`));
  const asked = state.messages.find((each) => each.id === source);
  if (!asked) return h('div', { class: 'used' }, spine, avatar(who, 16), h('b', {}, who.name), 'pressed a button');
  const author = person(asked.author.id) ?? who;
  return h('div', { class: 'used' }, spine, avatar(author, 16), h('b', {}, author.name), h('span', { class: 'snippet' }, snippet(asked)));
}

function snippet(one) {
  const text = one.content || one.embeds?.[0]?.title || one.embeds?.[0]?.description || 'an attachment';
  return h('span', {}, markdown(text, lookup)).textContent.split('\n')[0].slice(0, 200);
}

function drawFile(file) {
  if (file.content_type?.startsWith('image/')) return drawPicture(file, file.description ?? file.filename);
  return h('a', { class: 'file', href: local(file.url), download: file.filename },
    icon('file', 28), h('span', {}, h('b', {}, file.filename), h('small', {}, size(file.size))));
}

/** Files of Discord's hosts come through the demo's own address. */
export const local = (url) => `/api/file?url=${encodeURIComponent(url)}`;

const size = (bytes) => (bytes < 1024 ? `${bytes} bytes` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

function callsMe(one) {
  const mine = state.world.servers.flatMap((server) => server.members.find((member) => member.id === state.me)?.roles ?? []);
  return one.author.id !== state.me && (one.mention_everyone
    || one.mentions?.some((user) => user.id === state.me)
    || one.mention_roles?.some((id) => mine.includes(id)));
}

function nameColour(one, author) {
  const server = state.world.servers.find((each) => each.members.some((member) => member.id === author.id));
  const roles = server?.members.find((member) => member.id === author.id)?.roles ?? [];
  const top = roles.map(role).filter((each) => each?.color).sort((a, b) => b.position - a.position)[0];
  return top ? `#${top.color.toString(16).padStart(6, '0')}` : null;
}

/** A line of the page's own while an answer is on its way, or in place of one that never came. */
export function drawWaiting(one, close) {
  return h('li', { class: `message waiting ${one.failed ? 'failed' : ''}`, dataset: { message: one.id } },
    h('div', { class: 'gutter' }, avatar(state.world.bot && person(state.world.bot.id), 40)),
    h('div', { class: 'body' },
      h('div', { class: one.failed ? 'content' : 'thinking' }, one.text),
      one.failed && h('div', { class: 'only-you' }, icon('eye', 16), 'Only you can see this · ',
        h('button', { type: 'button', class: 'link-button', onClick: () => close(one.id) }, 'Dismiss message'))));
}
