import '../../../src/app/zod-without-eval.ts';
import { floorPull, floorPush, floorSave, floorUnlock } from './floor.ts';
import { checkDuplicates, loadPeople, search, searchPlainly } from './measure-search.ts';
import { drain, pullAll, push, queue, sealedBytes } from './measure-sync.ts';
import { save, unlock } from './measure-vault.ts';

/** What the bench asks of the page, one call a measure; each starts on a page that was just loaded unless it says otherwise. */
const measures = {
  pullAll,
  floorPull,
  sealedBytes,
  unlock,
  floorUnlock,
  save,
  floorSave,
  queue,
  push,
  drain,
  floorPush,
  loadPeople,
  search,
  searchPlainly,
  checkDuplicates,
};
export type BenchPage = typeof measures;

declare global {
  var bench: BenchPage;
}
globalThis.bench = measures;
