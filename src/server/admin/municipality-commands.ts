import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import { addMunicipality } from '../administration.ts';
import { listMunicipalities, renewEpoch } from '../store/municipalities.ts';
import { defineCommand, MunicipalityOption } from './command.ts';

const input = z.strictObject({ municipality: MunicipalityOption });
const options = { municipality: { type: 'string' } } as const;

export const municipalityCreate = defineCommand({
  name: 'municipality create',
  usage: '--municipality <id>',
  summary: 'Lets a city of the network in, with an escrow key pair of its own.',
  options,
  input,
  async run({ municipality }, ports) {
    const added = await addMunicipality(ports, municipality);
    return added.ok ? ok(`${added.value} (${municipality}) is there.`) : added;
  },
});

export const municipalityList = defineCommand({
  name: 'municipality list',
  usage: '',
  summary: 'The cities that are there.',
  options: {},
  input: z.strictObject({}),
  async run(_, { ownerPool }) {
    const lines = (await listMunicipalities(ownerPool)).map(
      ({ id, name, escrow }) => `${id}  ${name}  escrow key ${escrow.keyId}`,
    );
    return ok(lines.length > 0 ? lines.join('\n') : 'None yet: create one with `municipality create`.');
  },
});

export const municipalityNewEpoch = defineCommand({
  name: 'municipality new-epoch',
  usage: '--municipality <id>',
  summary: 'After a restore from a backup: devices push again what they still hold.',
  options,
  input,
  async run({ municipality }, { ownerPool, clock }) {
    const isDone = await renewEpoch(ownerPool, municipality, clock.now());
    return isDone ? ok(`${municipality} has a new epoch.`) : err(`${municipality} is not there yet: create it first.`);
  },
});
