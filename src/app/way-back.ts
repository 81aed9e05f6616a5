/**
 * Where "back" leads: to the page before, if that was one of ours in this tab, else to a fallback, because after a deep link the browser's
 * history ends outside of the app.
 */
export type WayBack = { readonly note: (url: string) => void; readonly hasPage: () => boolean };

export function createWayBack(): WayBack {
  const visited: string[] = [];
  return {
    note(url) {
      if (visited.at(-1) === url) return;
      if (visited.at(-2) === url) visited.pop();
      else visited.push(url);
    },
    hasPage: () => visited.length > 1,
  };
}
