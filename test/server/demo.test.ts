import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

/** What the demonstration prints until it says how to stop it, or until it ends. */
async function introductionOf(demo: ChildProcess): Promise<string> {
  if (demo.stdout === null) throw new Error('no output');
  const lines: string[] = [];
  for await (const line of createInterface(demo.stdout)) {
    lines.push(line);
    if (line.startsWith('Ctrl+C')) break;
  }
  return lines.join('\n');
}

const program = join(import.meta.dirname, '../../src/server/demo.ts');

test('one that was stopped while it was being filled ends in order, and says so at the next start', async () => {
  const data = await mkdtemp(join(tmpdir(), 'taccuino-demo-'));
  onTestFinished(() => rm(data, { recursive: true, force: true, maxRetries: 5 }));
  const env = { ...process.env, TACCUINO_DATA: data, TACCUINO_PORT: '0' };
  const start = () => spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });

  const stopped = start();
  stopped.stdout.once('data', () => stopped.kill('SIGINT'));
  const [[code], words] = await Promise.all([once(stopped, 'exit'), text(stopped.stderr)]);
  expect(code).toBe(0);
  expect(words).not.toMatch(/Usage|CONNECTION/);

  const again = start();
  const [[status], sentence] = await Promise.all([once(again, 'exit'), text(again.stderr)]);
  expect([status, sentence]).toEqual([
    69,
    `The demonstration in ${data} was stopped while it was being filled: delete that folder and start again.\n`,
  ]);
});

test('the demonstration fills itself, introduces itself, and is there again at the next start', async () => {
  const data = await mkdtemp(join(tmpdir(), 'taccuino-demo-'));
  const env = { ...process.env, TACCUINO_DATA: data, TACCUINO_PORT: '0' };
  const start = () => spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => rm(data, { recursive: true, force: true, maxRetries: 5 }));

  const first = start();
  const filled = await introductionOf(first);
  expect(filled).toContain('Sassari: 50 people, 500 services, 10 placements, 6 events');
  expect(filled).toMatch(/Taccuino is open at http:\/\/127\.0\.0\.1:\d+/);
  expect(filled).toMatch(/Genova +D969-\S{4}-\S{4} +published targets: 400 intercepted/);
  expect(filled).toMatch(/marta +outreach/);
  first.kill('SIGINT');
  expect((await once(first, 'exit'))[0]).toBe(0);

  const second = start();
  const again = await introductionOf(second);
  expect(again).not.toContain('Filling');
  expect(again).toMatch(/lucia +coordinator/);
  second.kill('SIGTERM');
  expect((await once(second, 'exit'))[0]).toBe(0);
});
