// Starts the page: mounts every view, then keeps the state up to date by the demo's live events.
import { listen } from './api.js';
import { mountClock } from './clock.js';
import { mountComposer } from './composer.js';
import { mountLog } from './log.js';
import { mountScene } from './scene.js';
import { mountSidebar } from './sidebar.js';
import { mountSwitcher } from './switcher.js';
import { load, on, receive, setOnline, state } from './state.js';
import { fill } from './dom.js';

const banner = document.getElementById('banner');
on('online', () => {
  banner.hidden = state.online;
  fill(banner, state.online ? '' : 'The connection to the demo is lost. Trying again…');
});

mountClock(document.getElementById('clock'));
mountSidebar();
mountLog(document.getElementById('log'));
mountComposer(document.getElementById('composer'));
mountScene(document.getElementById('scene'));
mountSwitcher();

listen(receive, (online) => {
  setOnline(online);
  if (online) load().catch(() => setOnline(false));
});
