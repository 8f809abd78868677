// Where a person writes: plain messages, and `/` for commands, which `command.js` then fills.
import * as api from './api.js';
import { createCommand } from './command.js';
import { fill, h, icon } from './dom.js';
import { openForm } from './form.js';
import { find, flatten } from './slash.js';
import { createSuggest } from './suggest.js';
import { channelName, here, on, settle, state, wait } from './state.js';

export function mountComposer(root) {
  const list = h('div', { class: 'suggest', hidden: true });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const line = h('div', { class: 'command' });
  const text = h('textarea', {
    rows: 1, class: 'write', role: 'combobox', 'aria-controls': 'suggest-list', 'aria-expanded': 'false', 'aria-autocomplete': 'list', maxLength: 2000,
  });
  const button = h('button', { type: 'submit', class: 'icon-button send', 'aria-label': 'Send' }, icon('send', 20));
  const slashButton = h('button', { type: 'button', class: 'slash-button', 'aria-label': 'List the commands', title: 'Commands', onClick: () => { leave('/'); } }, '/');
  const suggest = createSuggest(list);
  let commands = [];
  let filling = null;

  fill(root, list, problem, h('div', { class: 'composer-box' }, slashButton, line, text, button));

  const grow = () => { text.style.height = 'auto'; text.style.height = `${Math.min(text.scrollHeight, 220)}px`; };

  async function loadCommands() {
    const [who, where] = [state.me, state.channel];
    const found = await api.commands(who, where).catch(() => []);
    if (who !== state.me || where !== state.channel) return;
    commands = flatten(found);
    if (document.activeElement === text) offer();
  }

  /** Back to plain text, with something to go on from. */
  function leave(rest = '') {
    filling = null;
    fill(line);
    fill(problem);
    root.classList.remove('filling');
    text.hidden = false;
    text.value = rest;
    grow();
    text.focus();
    offer();
  }

  function choose(command) {
    suggest.hide();
    text.hidden = true;
    text.value = '';
    root.classList.add('filling');
    filling = createCommand({ root: line, problem, suggest, command, onLeave: leave, onSend: (body, files) => run(body, files) });
  }

  function offer() {
    const typed = /^\/([^\n]*)$/.exec(text.value)?.[1];
    if (typed === undefined) return suggest.hide();
    const exact = commands.find((one) => `${one.name} ` === typed);
    if (exact && !commands.some((one) => one !== exact && one.name.startsWith(typed))) return choose(exact);
    const found = find(commands, typed);
    suggest.show(text, {
      title: typed ? `Commands matching /${typed}` : 'Commands', hint: '↑↓ to choose, Enter to take',
      entries: found.map((one) => ({ label: `/${one.name}`, description: one.description, run: () => choose(one) })),
      note: found.length ? null : commands.length ? 'No command matches' : 'No commands here',
    });
  }

  async function run(body, files) {
    const [who, where] = [state.me, state.channel];
    leave();
    const pending = wait('Sending command…');
    try {
      const { form } = await api.slash(who, where, body, files);
      settle(pending);
      if (form) openForm(form, text);
    } catch (error) {
      settle(pending, error.message);
    }
  }

  async function say() {
    const content = text.value.trim();
    if (!content) return;
    leave();
    try {
      await api.say(state.me, state.channel, content);
    } catch (error) {
      text.value = content;
      fill(problem, error.message);
    }
  }

  text.addEventListener('input', () => { grow(); offer(); });
  text.addEventListener('focus', offer);
  text.addEventListener('blur', () => suggest.hide());
  text.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const pick = suggest.current();
    if (step && suggest.open()) suggest.move(step);
    else if ((event.key === 'Enter' && !event.shiftKey && !event.isComposing) || (event.key === 'Tab' && pick)) pick ? pick.run() : say();
    else if (event.key === 'Escape' && suggest.open()) suggest.hide();
    else return;
    event.preventDefault();
  });
  root.addEventListener('submit', (event) => { event.preventDefault(); if (filling) filling.send(); else say(); });
  root.addEventListener('focusin', () => root.classList.add('active'));
  root.addEventListener('focusout', () => root.classList.remove('active'));

  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(document.activeElement?.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || document.querySelector('dialog[open]')) return;
    if (!document.activeElement?.closest('[role=button]')) text.focus();
  });

  on('place', () => {
    const place = here();
    if (filling || text.value) leave();
    suggest.hide();
    const words = place ? `Message ${place.kind === 'dm' ? '@' : '#'}${channelName(place)}` : 'Message';
    text.placeholder = words;
    text.setAttribute('aria-label', words);
    if (place) loadCommands();
  });
  on('world', () => { if (here()) loadCommands(); });
}
