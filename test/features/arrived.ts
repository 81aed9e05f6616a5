import { signal } from '@preact/signals-core';
import type { Change } from '../../src/domain/change.ts';
import type { ArrivedItem, ArrivedPort } from '../../src/features/remote-ports.ts';
import { idOf, marta } from './sample-record.ts';
import { NOW } from './vault-of.ts';

/** Somebody else's change on the server, for the pure halves of the coordinator's screens. */
export const editOf = (fields: Extract<Change, { type: 'edit' }>['fields'], id = idOf(701)): Change => ({
  id,
  recordId: idOf(100),
  kind: 'placement',
  at: NOW,
  type: 'edit',
  seenVersion: 3,
  fields,
});

export const arrivedOf = (parts: Partial<ArrivedItem> = {}): ArrivedItem => {
  const change = 'change' in parts ? parts.change : editOf({ dwelling: { from: 'A', to: 'B' } });
  return {
    changeId: change?.id ?? idOf(701),
    why: 'refused',
    refusal: { type: 'RecordRemoved' },
    author: marta,
    deviceLabel: 'Unità mobile 2',
    receivedAt: NOW,
    sentBackAt: undefined,
    isMendedHere: false,
    ...parts,
    change,
  };
};

export const arrivedPortOf = (items: readonly ArrivedItem[]): ArrivedPort => {
  const notHere = (): Promise<never> => Promise.reject(new Error('this list only shows'));
  return {
    list: signal({ items, at: NOW }),
    trouble: signal(undefined),
    load: notHere,
    settle: notHere,
    noteMended: () => undefined,
  };
};
