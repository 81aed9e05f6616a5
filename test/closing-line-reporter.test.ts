import { expect, test } from 'vitest';
import { closingLine, type FinishedModule } from './closing-line-reporter.ts';

function finishedModule(states: string[], loadErrors = 0): FinishedModule {
  return {
    errors: () => ({ length: loadErrors }),
    children: {
      allSuites: () => [],
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
    },
  };
}

test('the closing line counts passed and failed tests of all files', () => {
  expect(closingLine([finishedModule(['passed', 'failed']), finishedModule(['passed', 'skipped'])], 0)).toBe(
    '2 passed, 1 failed',
  );
});

test('a file that did not load, an error outside tests and a test cut off are failures', () => {
  expect(closingLine([finishedModule(['pending'], 1)], 1)).toBe('0 passed, 3 failed');
});
