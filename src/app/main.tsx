import './zod-without-eval.ts';
import '../ui/ui.css';
import { render } from 'preact';
import { assert } from '../domain/assert.ts';
import { App } from './App.tsx';

const place = document.getElementById('app');
assert(place !== null, 'index.html has a place for the app');
render(<App />, place);
