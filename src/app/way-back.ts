/**
 * Where "back" leads: to the page before, if that was one of ours in this tab, else to a fallback, because after a deep link the browser's
 * history ends outside of the app.
 */
export type WayBack = {
  readonly note: (url: string) => void;
  /** The page shown now gives its place in the history to another. */
  readonly noteReplaced: (url: string) => void;
  readonly hasPage: () => boolean;
  /** Whether one step back leads there. */
  readonly isBefore: (url: string) => boolean;
};

export function createWayBack(): WayBack {
  const visited: string[] = [];
  return {
    note(url) {
      if (visited.at(-1) === url) return;
      if (visited.at(-2) === url) visited.pop();
      else visited.push(url);
    },
    noteReplaced(url) {
      visited[Math.max(0, visited.length - 1)] = url;
    },
    hasPage: () => visited.length > 1,
    isBefore: (url) => visited.at(-2) === url,
  };
}
