// Times in the reader's zone and language, measured against the sandbox's clock.
// Nodes that show a distance ("in 6 days") are found again by their data attribute when the clock moves.
import { h } from './dom.js';

const locale = navigator.language?.startsWith('en') ? navigator.language : 'en-GB';
const format = (options) => new Intl.DateTimeFormat(locale, options);
const clockTime = format({ hour: '2-digit', minute: '2-digit' });
const styles = {
  t: clockTime,
  T: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  d: format({ day: '2-digit', month: '2-digit', year: 'numeric' }),
  D: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  f: format({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  F: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  bar: format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  barNarrow: format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  short: format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
};
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
const units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

let ahead = 0;

/** The sandbox's instant, in milliseconds; its clock runs on between the demo's announcements. */
export const now = () => ahead + performance.now();

/** Takes over the sandbox's instant. */
export function setNow(milliseconds) {
  ahead = milliseconds - performance.now();
  refresh();
}

/** Brings every distance shown up to date. */
export function refresh() {
  for (const node of document.querySelectorAll('time[data-relative]')) node.textContent = distance(Number(node.dataset.relative));
  for (const node of document.querySelectorAll('time[data-stamp]')) node.textContent = stamp(Number(node.dataset.stamp));
}

/** An instant in one of Discord's styles (t T d D f F), or `bar`, `barNarrow` and `short` of this page. */
export const show = (milliseconds, style) => (styles[style] ?? styles.f).format(milliseconds);

/** "in 6 days", "2 hours ago". */
export function distance(milliseconds) {
  const seconds = Math.round((milliseconds - now()) / 1000);
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
  return relative.format(Math.trunc(seconds / length), unit);
}

/** The time beside an author: "Today at 16:02", "Yesterday at 09:00", "01/11/2026, 09:00". */
export function stamp(milliseconds) {
  const days = dayNumber(now()) - dayNumber(milliseconds);
  if (days === 0) return `Today at ${clockTime.format(milliseconds)}`;
  if (days === 1) return `Yesterday at ${clockTime.format(milliseconds)}`;
  return `${styles.d.format(milliseconds)} ${clockTime.format(milliseconds)}`;
}

function dayNumber(milliseconds) {
  const day = new Date(milliseconds);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86400000);
}

/** Whether two instants fall on one day of the reader's. */
export const sameDay = (a, b) => dayNumber(a) === dayNumber(b);

/** A `<t:…>` of a message as a node: its style's text, and the full instant on hover. */
export function timestamp(seconds, style) {
  const at = seconds * 1000;
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return h('span', {}, 'Invalid date');
  const props = { class: 'timestamp', datetime: new Date(at).toISOString(), title: show(at, 'F') };
  if (style === 'R') return h('time', { ...props, dataset: { relative: String(at) } }, distance(at));
  return h('time', props, show(at, style));
}
