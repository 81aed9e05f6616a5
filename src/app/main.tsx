import './zod-without-eval.ts';
import '../ui/ui.css';
import { render } from 'preact';
import { assert } from '../domain/assert.ts';
import { App } from './App.tsx';

// A lock screen left open over an update asks for files that the new version no longer has. Nothing is open yet, so starting
// again costs nothing; https://vite.dev/guide/build.html#load-error-handling
window.addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  location.reload();
});

const place = document.getElementById('app');
assert(place !== null, 'index.html has a place for the app');
// A volunteer's phone at an event has a door of its own: no lock screen, no enrolment.
if (location.pathname === '/door') void import('./guest-door.tsx').then(({ openGuestDoor }) => openGuestDoor(place));
else render(<App />, place);
