/**
 * The 22 cities of LGNet. `id` is the tenant: the iPA code, `c_` + codice catastale in lower case.
 * `istat` is the code valid until 2025 (Sassari's changes from 2026); nothing is keyed by it. Bolzano's partner is ASSB.
 */
export const MUNICIPALITIES = [
  { id: 'c_a326', name: 'Aosta', istat: '007003', catastale: 'A326' },
  { id: 'c_a662', name: 'Bari', istat: '072006', catastale: 'A662' },
  { id: 'c_a944', name: 'Bologna', istat: '037006', catastale: 'A944' },
  { id: 'c_a952', name: 'Bolzano', istat: '021008', catastale: 'A952' },
  { id: 'c_b354', name: 'Cagliari', istat: '092009', catastale: 'B354' },
  { id: 'c_b519', name: 'Campobasso', istat: '070006', catastale: 'B519' },
  { id: 'c_b963', name: 'Caserta', istat: '061022', catastale: 'B963' },
  { id: 'c_c352', name: 'Catanzaro', istat: '079023', catastale: 'C352' },
  { id: 'c_d612', name: 'Firenze', istat: '048017', catastale: 'D612' },
  { id: 'c_d969', name: 'Genova', istat: '010025', catastale: 'D969' },
  { id: 'c_e472', name: 'Latina', istat: '059011', catastale: 'E472' },
  { id: 'c_f205', name: 'Milano', istat: '015146', catastale: 'F205' },
  { id: 'c_f839', name: 'Napoli', istat: '063049', catastale: 'F839' },
  { id: 'c_g273', name: 'Palermo', istat: '082053', catastale: 'G273' },
  { id: 'c_g478', name: 'Perugia', istat: '054039', catastale: 'G478' },
  { id: 'c_g942', name: 'Potenza', istat: '076063', catastale: 'G942' },
  { id: 'c_h501', name: 'Roma', istat: '058091', catastale: 'H501' },
  { id: 'c_i452', name: 'Sassari', istat: '090064', catastale: 'I452' },
  { id: 'c_l049', name: 'Taranto', istat: '073027', catastale: 'L049' },
  { id: 'c_l219', name: 'Torino', istat: '001272', catastale: 'L219' },
  { id: 'c_l424', name: 'Trieste', istat: '032006', catastale: 'L424' },
  { id: 'c_l736', name: 'Venezia', istat: '027042', catastale: 'L736' },
] as const;

export type Municipality = (typeof MUNICIPALITIES)[number];

export function findMunicipality(id: string): Municipality | undefined {
  return MUNICIPALITIES.find((municipality) => municipality.id === id);
}
