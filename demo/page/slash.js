// What slash commands are, without any drawing: the flat list a person chooses from, what an option
// accepts, and the JSON a filled command is sent as.
import { fold } from './picker.js';

export const KIND = { SUB: 1, GROUP: 2, TEXT: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, FILE: 11 };

/** Every command that can be called: subcommands as entries of their own, `kpi add`. */
export function flatten(commands) {
  return commands.filter((one) => (one.type ?? 1) === 1).flatMap((root) => leaves(root, [root]))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function leaves(node, path) {
  const below = (node.options ?? []).filter((one) => one.type === KIND.SUB || one.type === KIND.GROUP);
  if (below.length) return below.flatMap((one) => leaves(one, [...path, one]));
  return [{ name: path.map((one) => one.name).join(' '), description: node.description, options: node.options ?? [] }];
}

/** The commands that match what was typed after the slash: those that begin with it first. */
export function find(list, typed) {
  const wanted = fold(typed.trim());
  const rank = (one) => (fold(one.name).startsWith(wanted) ? 0 : fold(one.name).includes(wanted) ? 1 : 2);
  return list.map((one) => [rank(one), one]).filter(([at]) => at < 2).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}

/** What is wrong with a filled option in Discord's words, or null. `entry`: {option, text, value, file}. */
export function complaint({ option, text, value, file }) {
  const empty = option.type === KIND.FILE ? !file : !text.trim();
  if (empty) return option.required ? 'This option is required. Specify a value.' : null;
  if (option.type === KIND.INTEGER || option.type === KIND.NUMBER) return wrongNumber(option, value ?? text);
  if (option.type === KIND.TEXT) {
    if (option.choices?.length && value === null) return 'Input a valid choice.';
    if ([...text].length < (option.min_length ?? 0)) return `Must be ${option.min_length} or more in length.`;
    if ([...text].length > (option.max_length ?? 6000)) return `Must be ${option.max_length ?? 6000} or fewer in length.`;
    return null;
  }
  if (option.type !== KIND.FILE && value === null) return `Input a valid ${NAMES[option.type] ?? 'choice'}.`;
  return null;
}

const NAMES = { 5: 'boolean', 6: 'user', 7: 'channel', 8: 'role', 9: 'user or role' };

function wrongNumber(option, given) {
  if (option.choices?.length && !option.choices.some((one) => String(one.value) === String(given))) return 'Input a valid choice.';
  const number = Number(String(given).trim());
  if (!Number.isFinite(number) || (option.type === KIND.INTEGER && !Number.isSafeInteger(number))) {
    return option.type === KIND.INTEGER ? 'Input a valid integer.' : 'Input a valid number.';
  }
  if (option.min_value !== undefined && number < option.min_value) return `Must be greater than or equal to ${option.min_value}.`;
  if (option.max_value !== undefined && number > option.max_value) return `Must be less than or equal to ${option.max_value}.`;
  return null;
}

/**
 * A filled command as it is sent: its path, its options by name, and the files, which their options name.
 * With `focused` (an entry) it is an autocomplete request: the values so far, and which one is being typed.
 */
export function data(command, entries, focused = null) {
  const files = [];
  const options = {};
  for (const entry of entries) {
    const { option } = entry;
    if (entry === focused) options[option.name] = entry.text;
    else if (focused && complaint(entry)) continue;
    else if (option.type === KIND.FILE) {
      if (!entry.file || focused) continue;
      files.push(entry.file);
      options[option.name] = entry.file.name;
    } else if (entry.text.trim()) options[option.name] = valueOf(entry);
  }
  return { body: { path: command.name.split(' '), options, focused: focused?.option.name ?? '' }, files };
}

function valueOf({ option, text, value }) {
  if (option.type === KIND.INTEGER || option.type === KIND.NUMBER) return Number(value ?? text);
  return value ?? text;
}
