// Discord's markdown as DOM nodes: text in, nodes out, so nothing a person writes can become markup.
// `lookup` says what `<@id>`, `<#id>` and `<@&id>` stand for; without an entry the text stays as written.
import { h } from './dom.js';
import { timestamp } from './time.js';

const inner = '((?:\\\\[\\s\\S]|[^\\\\])+?)';
const sticky = (source, flags = '') => new RegExp(source, `y${flags}`);

const rules = [
  [sticky('\\\\([^A-Za-z0-9\\s])'), (m) => m[1]],
  [sticky('(`+)([\\s\\S]*?[^`])\\1(?!`)'), (m) => h('code', {}, m[2])],
  [sticky(`\\*\\*\\*${inner}\\*\\*\\*(?!\\*)`), (m, go) => h('strong', {}, h('em', {}, go(m[1])))],
  [sticky(`\\*\\*${inner}\\*\\*(?!\\*)`), (m, go) => h('strong', {}, go(m[1]))],
  [sticky(`__${inner}__(?!_)`), (m, go) => h('u', {}, go(m[1]))],
  [sticky('\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|[^*\\\\])+?)(?<!\\s)\\*(?!\\*)'), (m, go) => h('em', {}, go(m[1]))],
  [sticky('(?<![A-Za-z0-9])_((?:__|\\\\[\\s\\S]|[^_\\\\])+?)_(?![A-Za-z0-9])'), (m, go) => h('em', {}, go(m[1]))],
  [sticky(`~~${inner}~~`), (m, go) => h('s', {}, go(m[1]))],
  [sticky(`\\|\\|${inner}\\|\\|`), (m, go) => spoiler(go(m[1]))],
  [sticky('\\[((?:\\\\[\\s\\S]|[^\\]\\\\])+)\\]\\(\\s*<?(https?://[^\\s)>]+)>?(?:\\s+"[^"]*")?\\s*\\)'), (m, go) => anchor(m[2], go(m[1]))],
  [sticky('<(https?://[^\\s>]+)>'), (m) => anchor(m[1], m[1])],
  [sticky('https?://[^\\s<]*[^\\s<.,:;"\')\\]*_~|]'), (m) => anchor(m[0], m[0])],
  [sticky('<t:(-?\\d{1,15})(?::([tTdDfFR]))?>'), (m) => timestamp(Number(m[1]), m[2] ?? 'f')],
  [sticky('<@!?(\\d+)>'), (m, _, lookup) => mention('@', lookup.person?.(m[1]) ?? 'unknown-user')],
  [sticky('<@&(\\d+)>'), (m, _, lookup) => mention('@', lookup.role?.(m[1]) ?? 'deleted-role')],
  [sticky('<#(\\d+)>'), (m, _, lookup) => channel(m[1], lookup)],
  [sticky('</([^:>]+):\\d+>'), (m) => mention('/', m[1])],
  [sticky('<a?:(\\w+):\\d+>'), (m) => `:${m[1]}:`],
  [sticky('@(everyone|here)\\b'), (m) => mention('@', m[1])],
];
const plain = sticky('[\\s\\S](?:(?!https?:)[^\\\\`*_~|\\[<@])*');

/** The inline marks of one text: for titles, field names and the insides of blocks. */
export function inline(text, lookup = {}) {
  const nodes = [];
  const go = (part) => inline(part, lookup);
  for (let at = 0; at < text.length;) {
    const hit = match(text, at);
    const [found, make] = hit ?? [plainAt(text, at), (m) => m[0]];
    nodes.push(make(found, go, lookup));
    at += found[0].length;
  }
  return nodes.flat(Infinity);
}

function match(text, at) {
  for (const [rule, make] of rules) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    if (found) return [found, make];
  }
  return null;
}

function plainAt(text, at) {
  plain.lastIndex = at;
  return plain.exec(text);
}

function spoiler(children) {
  const open = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    node.classList.add('open');
    node.removeAttribute('role');
    node.setAttribute('aria-label', node.textContent);
  };
  const node = h('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Spoiler', onClick: open, onKeydown: open }, children);
  return node;
}

const anchor = (href, children) => h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children);
const mention = (sign, name) => h('span', { class: 'mention' }, sign + name);

function channel(id, lookup) {
  const name = lookup.channel?.(id);
  if (!name) return mention('#', 'unknown');
  return h('a', { class: 'mention', href: '#', dataset: { channel: id } }, `#${name}`);
}

const fence = /```(?:([A-Za-z0-9_+-]+)\n)?\n?([\s\S]*?)\n?```\n?/g;

/** A whole message or embed text: blocks and what is inside them. */
export function markdown(text, lookup = {}) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(fence)) {
    nodes.push(...blocks(text.slice(from, found.index), lookup));
    nodes.push(h('pre', {}, h('code', {}, found[2])));
    from = found.index + found[0].length;
  }
  nodes.push(...blocks(text.slice(from), lookup));
  return nodes;
}

function blocks(text, lookup) {
  const nodes = [];
  const lines = text.split('\n');
  let paragraph = [];
  const flush = () => {
    if (paragraph.join('').length) nodes.push(h('div', { class: 'paragraph' }, inline(paragraph.join('\n'), lookup)));
    paragraph = [];
  };
  for (let at = 0; at < lines.length;) {
    const [node, used] = block(lines, at, lookup);
    if (node) { flush(); nodes.push(node); } else paragraph.push(lines[at]);
    at += used;
  }
  flush();
  return nodes;
}

function block(lines, at, lookup) {
  const line = lines[at];
  const heading = /^(#{1,3})\s+(.+)$/.exec(line);
  if (heading) return [h(`h${heading[1].length + 2}`, { class: `heading-${heading[1].length}` }, inline(heading[2], lookup)), 1];
  const small = /^-#\s+(.+)$/.exec(line);
  if (small) return [h('div', { class: 'subtext' }, inline(small[1], lookup)), 1];
  if (line.startsWith('>>> ')) {
    return [h('blockquote', {}, blocks([line.slice(4), ...lines.slice(at + 1)].join('\n'), lookup)), lines.length - at];
  }
  if (/^> /.test(line)) {
    const quoted = take(lines, at, (one) => /^>( |$)/.test(one));
    return [h('blockquote', {}, blocks(quoted.map((one) => one.slice(2)).join('\n'), lookup)), quoted.length];
  }
  if (item.test(line)) {
    const items = take(lines, at, (one) => item.test(one));
    return [list(items, lookup), items.length];
  }
  return [null, 1];
}

const item = /^(\s*)(?:([-*])|(\d+)\.)\s+(\S.*)$/;

function take(lines, at, holds) {
  let end = at;
  while (end < lines.length && holds(lines[end])) end += 1;
  return lines.slice(at, end);
}

function list(lines, lookup) {
  const parts = lines.map((line) => item.exec(line));
  const depth = parts[0][1].length;
  const node = parts[0][3] ? h('ol', { start: parts[0][3] }) : h('ul');
  for (let at = 0; at < parts.length;) {
    const row = h('li', {}, inline(parts[at][4], lookup));
    const below = take(parts, at + 1, (one) => one[1].length > depth);
    if (below.length) row.append(list(lines.slice(at + 1, at + 1 + below.length), lookup));
    node.append(row);
    at += 1 + below.length;
  }
  return node;
}
