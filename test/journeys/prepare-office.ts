import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { type OfficeTemplate, prepareTemplate } from './system.ts';

/**
 * Vitest's globalSetup: an office made once by the commands of whoever runs the server. Each journey starts the real server on
 * a copy of its folder, so that it meets nothing of another journey and waits for no new database.
 */
declare module 'vitest' {
  export interface ProvidedContext {
    officeTemplate: OfficeTemplate;
  }
}

export default async function prepareOffice(project: TestProject): Promise<() => Promise<void>> {
  const template = await prepareTemplate();
  project.provide('officeTemplate', template);
  return () => rm(template.folder, { recursive: true, force: true });
}
