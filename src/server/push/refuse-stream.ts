import type { Refused } from '../http/problem.ts';
import type { StreamProblem } from './check-stream.ts';

export const streamProblemToRefused = (problem: StreamProblem): Refused =>
  problem.type === 'StreamDisordered'
    ? { type: 'BodyInvalid', detail: 'The sequence numbers of a push go up.' }
    : problem;
