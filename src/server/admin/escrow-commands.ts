import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { rotateEscrow } from '../administration.ts';
import { defineCommand, MunicipalityOption } from './command.ts';

export const escrowRotate = defineCommand({
  name: 'escrow rotate',
  usage: '--municipality <id>',
  summary:
    'A new escrow key pair; every registered vault is sealed to it and the old private key is gone. Backups made before still hold it.',
  options: { municipality: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption }),
  async run({ municipality }, ports) {
    const rotated = await rotateEscrow(ports, municipality);
    if (!rotated.ok) return rotated;
    const { keyId, vaults } = rotated.value;
    return ok(
      `${municipality} has the escrow key ${keyId}; ${vaults === 1 ? '1 vault' : `${vaults} vaults`} sealed to it.`,
    );
  },
});
