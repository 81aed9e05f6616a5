import { expect, test } from 'vitest';
import { attentionItemsOf } from '../../../src/features/attention-items.ts';
import { lucia, marta, NOW, recordOf, vaultOf } from '../vault-of.ts';

const by = { id: lucia.id, name: lucia.name };
const conflict = { id: recordOf('x', {}).id, field: 'phone', value: '347 7654321', by, at: NOW } as const;
const kept = recordOf('beneficiary', { givenName: 'Amina' });
const disputed = recordOf(
  'beneficiary',
  { givenName: 'Ami', phone: '347 1234567' },
  { conflicts: [conflict] as never },
);
const returned = recordOf('beneficiary', { givenName: 'Amy' }, { review: { state: 'returned', by, at: NOW } });
const whatOf = (...records: Parameters<typeof vaultOf>[0]) =>
  attentionItemsOf(vaultOf(records, { actor: marta })).map(({ what }) => what);

test('two values and a returned record wait for their author', () => {
  expect(whatOf(kept, disputed, returned)).toEqual(['disputed', 'returned']);
});

test('of who was merged away nothing waits, because nothing could be answered', () => {
  const away = { mergedInto: kept.id };
  expect(whatOf(kept, { ...disputed, ...away }, { ...returned, ...away })).toEqual([]);
});
