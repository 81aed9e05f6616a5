/** The gallery by axe, in every face: both sizes, both themes, and from right to left. */
import { describe, expect, test } from 'vitest';
import { runAxe } from '../browser/run-axe.ts';
import { GALLERY_PAGES, PHONE, useGallery, WIDE } from './gallery/use-gallery.ts';

const gallery = useGallery();

describe('axe finds nothing', () => {
  const faces = GALLERY_PAGES.flatMap((name) =>
    ['theme=light', 'theme=dark', 'theme=light&dir=rtl'].map((face) => `page=${name}&${face}`),
  );
  test.each(faces)(
    '%s',
    async (query) => {
      for (const size of [WIDE, PHONE]) {
        await gallery.page().setViewportSize(size);
        await gallery.show(query);
        const violations = await runAxe(gallery.page());
        expect(
          violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`)),
        ).toEqual([]);
      }
    },
    30_000,
  );

  test('in an open dialog, an open list and an open sheet', async () => {
    await gallery.show('page=parts&theme=dark');
    await gallery.page().getByRole('button', { name: 'Scarta' }).click();
    expect(await runAxe(gallery.page())).toEqual([]);
    await gallery.show('page=forms&theme=light');
    await gallery.page().getByRole('combobox', { name: 'Altre lingue' }).fill('o');
    expect(await runAxe(gallery.page())).toEqual([]);
    await gallery.page().setViewportSize(PHONE);
    await gallery.show('page=today&theme=light');
    await gallery.page().getByRole('button', { name: 'Altro' }).click();
    expect(await runAxe(gallery.page())).toEqual([]);
  }, 30_000);
});
