import { expect, test } from 'vitest';
import { doneToday } from '../../../src/features/today/done-today.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { NOW, recordOf, serviceOf, TODAY, vaultOf, youssef } from '../vault-of.ts';

const words = createTranslator('it', it);
const amina = recordOf('beneficiary', { givenName: 'Amina' });
const placement = recordOf('placement', { beneficiary: amina.id }, { createdAt: '2026-11-23T08:00:00.000Z' });
const idsOf = (...records: Parameters<typeof vaultOf>[0]) =>
  doneToday(vaultOf(records), words, TODAY).map(({ record }) => record.id);

test('a person registered and a placement opened today stand among the services of the day, the latest first', () => {
  const morning = serviceOf({ time: '10:30' });
  const evening = serviceOf({ time: '18:51' });
  expect(idsOf(morning, amina, evening, placement)).toEqual([evening.id, amina.id, morning.id, placement.id]);
});

test('what others registered, what was removed and what is older stays out', () => {
  const byYoussef = recordOf('beneficiary', { givenName: 'Binta' }, { by: youssef });
  const removed = recordOf('beneficiary', { givenName: 'Doppia' }, { removed: true });
  const older = recordOf(
    'beneficiary',
    { givenName: 'Moussa' },
    { createdAt: '2026-11-20T10:00:00.000Z', updatedAt: NOW },
  );
  expect(idsOf(byYoussef, removed, older, serviceOf({ date: '2026-11-22' }))).toEqual([]);
});
