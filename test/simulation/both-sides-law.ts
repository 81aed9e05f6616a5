import type { World } from './create-world.ts';
import { type Broken, describe } from './saved-change.ts';

/** What stands before its author as refused, the server has refused too, or has it before a coordinator: also one that was restored. */
export function checkBothSides({ devices, server }: World, broken: Broken): void {
  const { firstById, attention } = server.database.tables;
  for (const place of devices) {
    if (place.isRevoked) continue;
    for (const tab of place.tabs) {
      for (const { change, state } of tab.vault()?.outbox.peek() ?? []) {
        if (state !== 'attention' || firstById.has(change.id) || attention.has(change.id)) continue;
        broken(
          'both sides',
          `${describe(change)} was refused at ${tab.process.name}, and the server knows nothing of it`,
        );
      }
    }
  }
}
