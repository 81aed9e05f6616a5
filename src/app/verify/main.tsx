import '../zod-without-eval.ts';
import '../../ui/ui.css';
import { render } from 'preact';
import { assert } from '../../domain/assert.ts';
import { Verify } from './Verify.tsx';

/** The public page: a build of its own, so that whoever checks a paper fetches nothing of the app, and a lock screen nothing of this. */
const place = document.getElementById('app');
assert(place !== null, 'verify.html has a place for the page');
render(<Verify />, place);
