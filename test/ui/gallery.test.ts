/**
 * The gallery in a real browser, under a strict Content-Security-Policy: small screens, large text, and what the components do under
 * fingers and keys. Accessibility by axe is in `gallery-axe.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import { GALLERY_PAGES, PHONE, useGallery, WIDE } from './gallery/use-gallery.ts';

const gallery = useGallery();

describe.each(GALLERY_PAGES)('the page %s', (name) => {
  test('needs no sideways scrolling at 320 px, nor with text at 200 % on a phone or a tablet', async () => {
    for (const [size, fontSize] of [
      [{ width: 320, height: 640 }, '100%'],
      [PHONE, '200%'],
      [WIDE, '200%'],
    ] as const) {
      await gallery.page().setViewportSize(size);
      await gallery.show(`page=${name}`);
      await gallery
        .page()
        .evaluate((value) => document.documentElement.style.setProperty('font-size', value), fontSize);
      const overflowing = await gallery.page().evaluate(() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .slice(0, 5)
          .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
      });
      expect(overflowing, `${size.width} px, ${fontSize}`).toEqual([]);
    }
  });

  test('gives every control 44 px of height to the finger', async () => {
    await gallery.page().setViewportSize(PHONE);
    await gallery.show(`page=${name}`);
    const small = await gallery.page().evaluate(() => {
      const reach = (element: Element) => {
        const after = getComputedStyle(element, '::after');
        const spread = after.position === 'absolute' ? -2 * Math.min(0, Number.parseFloat(after.top) || 0) : 0;
        return element.getBoundingClientRect().height + spread;
      };
      // Links within sentences are exempt (WCAG 2.5.8, inline), as are inputs whose label is the target, and stretched row links.
      return [
        ...document.querySelectorAll(
          'button, a:not(p a, .row-link, .note-text a), label.chip, label.tick, .input, summary',
        ),
      ]
        .filter((element) => element.checkVisibility() && !element.matches('.row-link, .skip, .input-button'))
        .filter((element) => reach(element) < 43.5)
        .map((element) => `${element.tagName}.${element.className} ${reach(element)}`);
    });
    expect(small).toEqual([]);
  });
});

test('the theme follows the system until the person chooses', async () => {
  const ground = () => gallery.page().evaluate(() => getComputedStyle(document.body).backgroundColor);
  await gallery.page().emulateMedia({ colorScheme: 'dark' });
  await gallery.show('page=parts');
  expect(await ground()).toBe('rgb(13, 23, 34)');
  await gallery.show('page=parts&theme=light');
  expect(await ground()).toBe('rgb(238, 242, 247)');
  await gallery.page().emulateMedia({ colorScheme: 'light' });
  await gallery.show('page=parts&theme=dark');
  expect(await ground()).toBe('rgb(13, 23, 34)');
});

test('wide and landscape shows the rail, narrow or upright the bar, right to left the rail on the right', async () => {
  await gallery.show('page=today');
  expect(await gallery.page().getByRole('link', { name: 'Registra' }).boundingBox()).toMatchObject({ x: 12 });
  await gallery.show('page=today&dir=rtl');
  expect((await gallery.page().getByRole('link', { name: 'Registra' }).boundingBox())?.x).toBeGreaterThan(1000);
  await gallery.page().setViewportSize({ width: 800, height: 1280 });
  expect((await gallery.page().getByRole('link', { name: 'Registra' }).boundingBox())?.y).toBeGreaterThan(1100);
});

test('places that do not fit the bar open as a sheet and close after a choice', async () => {
  await gallery.page().setViewportSize(PHONE);
  await gallery.show('page=today');
  await gallery.page().getByRole('button', { name: 'Altro' }).click();
  const place = gallery.page().getByRole('link', { name: 'Da sistemare' });
  await place.click();
  expect(await place.isVisible()).toBe(false);
});

test('the state pill keeps its whole words for screen readers on a phone', async () => {
  await gallery.page().setViewportSize(PHONE);
  await gallery.show('page=today');
  expect(await gallery.page().getByRole('link', { name: 'Senza rete · 7 salvati qui' }).count()).toBe(1);
});

test('the skip button moves the focus into the page', async () => {
  await gallery.show('page=today');
  await gallery.page().keyboard.press('Tab');
  await gallery.page().keyboard.press('Enter');
  expect(await gallery.page().evaluate(() => document.activeElement?.id)).toBe('main');
});
