// A command being filled: its options as chips with inputs, one after another, the required ones first,
// then a last input that offers the optional ones.
import * as api from './api.js';
import { fill, h, icon } from './dom.js';
import { choicesOf } from './control.js';
import { fold } from './picker.js';
import { complaint, data, KIND } from './slash.js';
import { state } from './state.js';

const SELECT = { [KIND.USER]: 5, [KIND.ROLE]: 6, [KIND.MENTIONABLE]: 7, [KIND.CHANNEL]: 8 };

/** Draws a command into `root`. `onSend(body, files)` when it is whole, `onLeave()` when it is given up. */
export function createCommand({ root, problem, suggest, command, onSend, onLeave }) {
  const entries = [];
  let round = 0;
  let timer = null;

  const tail = h('input', { class: 'tail', type: 'text', role: 'combobox', 'aria-label': 'Add an option', 'aria-controls': 'suggest-list', spellcheck: false });
  const draw = () => {
    const left = rest().length;
    tail.placeholder = left ? `+${left} optional` : '';
    tail.size = left ? tail.placeholder.length : 1;
    fill(root, h('span', { class: 'command-name' }, `/${command.name}`), entries.map((one) => one.node), tail);
  };
  const rest = () => command.options.filter((option) => !entries.some((one) => one.option === option));

  const add = (option) => {
    const entry = { option, text: '', value: null, file: null };
    entry.input = option.type === KIND.FILE ? filePart(entry) : textPart(entry);
    entry.error = h('span', { class: 'sr' });
    entry.node = h('span', { class: 'chip', dataset: { option: option.name } }, h('span', { class: 'chip-name' }, option.name), entry.input, entry.error);
    entries.push(entry);
    return entry;
  };

  const textPart = (entry) => {
    const input = h('input', {
      type: 'text', role: 'combobox', 'aria-controls': 'suggest-list', 'aria-expanded': 'false', spellcheck: false,
      'aria-label': `${entry.option.name}: ${entry.option.description}`, size: 3,
      onInput: () => { entry.text = input.value; entry.value = null; fit(entry); clear(entry); offer(entry); },
      onFocus: () => offer(entry),
      onBlur: () => { adopt(entry); suggest.hide(); },
      onKeydown: (event) => key(event, entry),
    });
    return input;
  };

  const filePart = (entry) => {
    const chooser = h('input', { type: 'file', class: 'sr', tabindex: '-1', 'aria-hidden': 'true', onChange: () => {
      [entry.file] = chooser.files;
      fill(button, icon('file', 16), entry.file ? entry.file.name : 'Choose a file');
      clear(entry);
      button.focus();
    } });
    const button = h('button', {
      type: 'button', 'aria-label': `${entry.option.name}: choose a file`, onClick: () => chooser.click(),
      onFocus: () => suggest.show(button, { title: entry.option.name, hint: entry.option.description }),
      onBlur: () => suggest.hide(),
      onKeydown: (event) => { if (event.key !== ' ' && !(event.key === 'Enter' && !entry.file)) key(event, entry); },
    }, icon('file', 16), 'Choose a file');
    return Object.assign(h('span', { class: 'chip-file' }, chooser, button), { focus: () => button.focus(), value: '' });
  };

  const fit = (entry) => { entry.input.size = Math.max(3, Math.min(60, [...entry.text].length + 1)); };
  const clear = (entry) => { entry.node.classList.remove('wrong'); fill(entry.error); fill(problem); };

  /** What can be chosen for an option without asking the bot. */
  const ready = (option) => {
    if (option.choices?.length) return option.choices.map((one) => ({ label: one.name, value: one.value }));
    if (option.type === KIND.BOOLEAN) return [{ label: 'True', value: true }, { label: 'False', value: false }];
    return SELECT[option.type] ? choicesOf({ type: SELECT[option.type] }) : null;
  };

  /** A text typed exactly like a choice counts as it. */
  const adopt = (entry) => {
    if (entry.value !== null) return;
    const same = ready(entry.option)?.find((one) => fold(one.label) === fold(entry.text.trim().replace(/^[@#]/, '')));
    if (same) entry.value = same.value;
  };

  const offer = (entry) => {
    const { option } = entry;
    const head = { title: option.name, hint: option.description };
    const list = (choices, note) => suggest.show(entry.input, { ...head, note, entries: choices.map((one) => ({
      ...one, picture: one.picture?.cloneNode(true), run: () => { take(entry, one); advance(entry); },
    })) });
    clearTimeout(timer);
    const fixed = ready(option);
    if (fixed) {
      const wanted = entry.value === null ? fold(entry.text.replace(/^[@#]/, '')) : '';
      const fitting = fixed.filter((one) => fold(`${one.label} ${one.description ?? ''}`).includes(wanted));
      return list(fitting.slice(0, 50), fitting.length ? null : 'No options match your search');
    }
    if (!option.autocomplete) return list([]);
    if (!suggest.open()) list([], 'Loading options…');
    const mine = (round += 1);
    timer = setTimeout(async () => {
      const answer = await api.complete(state.me, state.channel, data(command, entries, entry).body).catch(() => ({}));
      if (mine !== round || document.activeElement !== entry.input) return;
      const choices = (answer.choices ?? []).map((one) => ({ label: one.name, value: one.value }));
      list(choices, choices.length ? null : answer.choices ? 'No options match your search' : 'Loading options failed');
    }, entry.text ? 120 : 0);
  };

  const take = (entry, choice) => {
    entry.text = choice.label;
    entry.value = choice.value;
    entry.input.value = choice.label;
    fit(entry);
    clear(entry);
  };

  const offerRest = () => {
    const wanted = fold(tail.value.trim());
    const left = rest().filter((option) => fold(option.name).includes(wanted));
    if (!left.length) return suggest.hide();
    suggest.show(tail, { title: `/${command.name}`, hint: 'Options you may add. Enter sends.', start: wanted ? 0 : -1, entries: left.map((option) => ({
      label: option.name, description: option.description, run: () => { const entry = add(option); tail.value = ''; draw(); entry.input.focus(); },
    })) });
  };
  tail.addEventListener('input', offerRest);
  tail.addEventListener('focus', offerRest);
  tail.addEventListener('blur', () => suggest.hide());
  tail.addEventListener('keydown', (event) => key(event, null));

  /** Moves on: to the first required option without a value, else to the end. */
  const advance = (from) => {
    const open = entries.find((one) => one !== from && one.option.required && (one.option.type === KIND.FILE ? !one.file : !one.text.trim()));
    if (open) open.input.focus();
    else tail.focus();
  };

  const key = (event, entry) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const pick = suggest.current();
    if (step && suggest.move(step)) return event.preventDefault();
    if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) return onward(event, entry, pick);
    if (event.key === 'Escape') { event.preventDefault(); return suggest.open() ? suggest.hide() : onLeave(); }
    const empty = entry ? !(entry.file || entry.text) : !tail.value;
    if (event.key === 'Backspace' && empty) { event.preventDefault(); back(entry); }
  };

  const onward = (event, entry, pick) => {
    const settled = entry && (entry.value !== null || (entry.text.trim() && !suggest.open()) || entry.file);
    if (pick && !(settled && !suggest.chosen())) { event.preventDefault(); return pick.run(); }
    if (event.key === 'Tab') {
      const next = entries[entries.indexOf(entry) + 1];
      if (!entry) return;
      event.preventDefault();
      return (next?.input ?? tail).focus();
    }
    event.preventDefault();
    const open = entry && entry.text.trim() && entries.find((one) => one.option.required && !one.file && !one.text.trim());
    if (open) open.input.focus(); else send();
  };

  const back = (entry) => {
    const at = entry ? entries.indexOf(entry) : entries.length;
    if (entry && !entry.option.required) { entries.splice(at, 1); draw(); }
    const before = entries[at - 1];
    if (before) before.input.focus();
    else if (entry?.option.required || !entry) onLeave(`/${command.name}`);
    else tail.focus();
  };

  const send = () => {
    entries.forEach(adopt);
    const wrong = entries.map((one) => [one, complaint(one)]).filter(([, words]) => words);
    for (const [entry, words] of wrong) { entry.node.classList.add('wrong'); fill(entry.error, words); }
    if (!wrong.length) return onSend(...Object.values(data(command, entries)));
    wrong[0][0].input.focus();
    fill(problem, h('b', {}, `${wrong[0][0].option.name}: `), wrong[0][1]);
  };

  command.options.filter((option) => option.required).forEach(add);
  draw();
  (entries[0]?.input ?? tail).focus();
  return { send };
}
