// Prints `N passed, N failed` alone on the last line, for readers (people and machines) that want one fact. A file that
// did not even load, and an error outside any test, count as failed: a run that is not whole never reads as green.

import type { Reporter } from 'vitest/node';

/** As much of a finished file as the closing line reads. */
export type FinishedModule = {
  errors(): { readonly length: number };
  readonly children: {
    allSuites(): Iterable<{ errors(): { readonly length: number } }>;
    allTests(): Iterable<{ result(): { readonly state: string } }>;
  };
};

export function createClosingLineReporter(
  write: (text: string) => void = (text) => process.stdout.write(text),
): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      write(`${closingLine(modules, unhandledErrors.length)}\n`);
    },
  };
}

export function closingLine(modules: readonly FinishedModule[], unhandledErrors: number): string {
  let passed = 0;
  let failed = unhandledErrors;
  for (const module of modules) {
    failed += module.errors().length;
    for (const suite of module.children.allSuites()) failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      // A test still pending at the end was cut off: it proved nothing.
      if (state === 'failed' || state === 'pending') failed += 1;
    }
  }
  return `${passed} passed, ${failed} failed`;
}
