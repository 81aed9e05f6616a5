/** The gallery by axe, in every face: both sizes, both themes, and from right to left. */
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
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
        const { violations } = await new AxeBuilder({ page: gallery.page() }).setLegacyMode().analyze();
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
    expect((await new AxeBuilder({ page: gallery.page() }).setLegacyMode().analyze()).violations).toEqual([]);
    await gallery.show('page=forms&theme=light');
    await gallery.page().getByRole('combobox', { name: 'Altre lingue' }).fill('o');
    expect((await new AxeBuilder({ page: gallery.page() }).setLegacyMode().analyze()).violations).toEqual([]);
    await gallery.page().setViewportSize(PHONE);
    await gallery.show('page=today&theme=light');
    await gallery.page().getByRole('button', { name: 'Altro' }).click();
    expect((await new AxeBuilder({ page: gallery.page() }).setLegacyMode().analyze()).violations).toEqual([]);
  }, 30_000);
});
