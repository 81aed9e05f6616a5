import { expect, test } from 'vitest';
import { findMunicipality, MUNICIPALITIES } from '../../../src/domain/lists/municipalities.ts';
import { MunicipalityId } from '../../../src/domain/primitives.ts';

test('there are 22 cities, each with its own tenant id, ISTAT code and codice catastale', () => {
  for (const key of ['id', 'istat', 'catastale', 'name'] as const) {
    expect(new Set(MUNICIPALITIES.map((municipality) => municipality[key])).size).toBe(22);
  }
});

test.each(MUNICIPALITIES)('the tenant id of $name is its iPA code', ({ id, istat, catastale }) => {
  expect(id).toBe(`c_${catastale.toLowerCase()}`);
  expect(MunicipalityId.safeParse(id).success).toBe(true);
  expect(istat).toMatch(/^\d{6}$/);
});

test('a city is found by its id, and an unknown id finds none', () => {
  expect(findMunicipality('c_d969')?.name).toBe('Genova');
  expect(findMunicipality('c_x999')).toBeUndefined();
});
