// What a picture alone does not tell: whether a page is wider than its screen, and which words are cut off or stick out of
// their box.

import type { Page } from 'playwright-core';

/** Sentences for whoever mends, none where all is well. */
export async function measurePage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** Letters are drawn a little wider than they are measured. */
    const SLACK_PX = 1.5;
    /** What is wrong with which box, and the first words it happens to. */
    const found = new Map<string, string>();
    const note = (what: string, words: string) => found.has(what) || found.set(what, words);
    const excess = document.documentElement.scrollWidth - window.innerWidth;
    if (excess > 0) note(`${excess} px wider than its screen`, widestIn(document.body));

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (words === '' || parent === null || !parent.checkVisibility() || parent.closest('.sr-only, option')) continue;
      if (parent.closest('svg, script, style') || isHiddenByClip(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      if (right - left < 1) continue;
      const box = boxAround(parent);
      if (box.clientWidth > 0) {
        const around = box.getBoundingClientRect();
        if (left < around.left - SLACK_PX || right > around.right + SLACK_PX) {
          note(`sticks out of ${nameOf(box)}`, words);
        }
      }
      for (let one: Element | null = parent; one !== null; one = one.parentElement) {
        const style = getComputedStyle(one);
        if (style.position === 'fixed') break;
        if (style.overflowX !== 'hidden' && style.overflowX !== 'clip') continue;
        const around = one.getBoundingClientRect();
        if (left < around.left - SLACK_PX || right > around.right + SLACK_PX) {
          note(`is cut off by ${nameOf(one)}`, words);
        }
      }
    }
    return [...found].map(([what, words]) => `${what}: «${words.slice(0, 60)}»`);

    function widestIn(root: Element): string {
      const beyond = [...root.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > window.innerWidth + 1,
      );
      return beyond.map(nameOf).join(' ');
    }

    /** The nearest element that is laid out as a box of its own. */
    function boxAround(from: Element): Element {
      let one = from;
      while (getComputedStyle(one).display === 'inline' && one.parentElement !== null) one = one.parentElement;
      return one;
    }
    function isHiddenByClip(from: Element): boolean {
      for (let one: Element | null = from; one !== null; one = one.parentElement) {
        if (getComputedStyle(one).clipPath !== 'none') return true;
      }
      return false;
    }
    function nameOf({ tagName, className }: Element): string {
      return `${tagName.toLowerCase()}${className === '' ? '' : `.${String(className).replaceAll(' ', '.')}`}`;
    }
  });
}
