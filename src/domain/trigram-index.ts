/**
 * Which documents share most three-letter pieces with a query. Documents come, change and go one by one; ids stand in slots so that
 * counting is arithmetic on small arrays. A replaced document leaves a dead slot; when the dead outnumber the living, all is rebuilt.
 */
export type TrigramIndex = {
  put(id: string, tokens: readonly string[]): void;
  remove(id: string): void;
  /** Ids with at least a third of the query's pieces, most shared pieces first. */
  find(tokens: readonly string[], idsMax: number): string[];
};

const DEAD_SLOTS_MIN = 1_000;
/** A typo in the middle of a five-letter word spoils three of its five pieces (the sign before it makes one more). */
const SHARE_MIN = 1 / 3;

export function createTrigramIndex(): TrigramIndex {
  let slotsByPiece = new Map<string, number[]>();
  let idsBySlot: (string | undefined)[] = [];
  const slotsById = new Map<string, number>();
  let counts = new Uint8Array(1_024);

  return { put, remove, find };

  function put(id: string, tokens: readonly string[]): void {
    remove(id);
    const slot = idsBySlot.push(id) - 1;
    slotsById.set(id, slot);
    if (slot >= counts.length) counts = new Uint8Array(counts.length * 2);
    for (const piece of piecesOf(tokens)) {
      const slots = slotsByPiece.get(piece);
      if (slots === undefined) slotsByPiece.set(piece, [slot]);
      else slots.push(slot);
    }
  }

  function remove(id: string): void {
    const slot = slotsById.get(id);
    if (slot === undefined) return;
    idsBySlot[slot] = undefined;
    slotsById.delete(id);
    const dead = idsBySlot.length - slotsById.size;
    if (dead > DEAD_SLOTS_MIN && dead > slotsById.size) rebuild();
  }

  function find(tokens: readonly string[], idsMax: number): string[] {
    const pieces = piecesOf(tokens);
    counts.fill(0, 0, idsBySlot.length);
    const touched: number[] = [];
    for (const piece of pieces) {
      for (const slot of slotsByPiece.get(piece) ?? []) {
        const count = counts[slot] ?? 0;
        if (count === 0) touched.push(slot);
        counts[slot] = count + 1;
      }
    }
    return best(touched, Math.max(1, Math.ceil(pieces.length * SHARE_MIN)), pieces.length, idsMax);
  }

  /** By counting, not by sorting: there are few different counts and perhaps tens of thousands of slots. */
  function best(touched: readonly number[], countMin: number, countMax: number, idsMax: number): string[] {
    const slotsByCount: number[][] = Array.from({ length: countMax + 1 }, () => []);
    for (const slot of touched) {
      const count = counts[slot] ?? 0;
      if (count >= countMin) slotsByCount[count]?.push(slot);
    }
    const found: string[] = [];
    for (const slots of slotsByCount.reverse()) {
      for (const slot of slots) {
        const id = idsBySlot[slot];
        if (id !== undefined) found.push(id);
        if (found.length >= idsMax) return found;
      }
    }
    return found;
  }

  function rebuild(): void {
    const living = idsBySlot.flatMap((id, slot) => (id === undefined ? [] : [slot]));
    const newSlots = new Map(living.map((slot, index) => [slot, index]));
    const moved = [...slotsByPiece].map(([piece, slots]): [string, number[]] => [
      piece,
      slots.flatMap((slot) => newSlots.get(slot) ?? []),
    ]);
    slotsByPiece = new Map(moved.filter(([, slots]) => slots.length > 0));
    idsBySlot = living.map((slot) => idsBySlot[slot]);
    for (const [slot, id] of idsBySlot.entries()) if (id !== undefined) slotsById.set(id, slot);
  }
}

/** Each piece once, at most as many as a count of one byte holds. */
function piecesOf(tokens: readonly string[]): string[] {
  const pieces = new Set<string>();
  for (const token of tokens) {
    if (token.length < 3) pieces.add(token);
    for (let at = 0; at + 3 <= token.length; at += 1) pieces.add(token.slice(at, at + 3));
  }
  return [...pieces].slice(0, 255);
}
