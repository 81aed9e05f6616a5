import { encodeQR } from 'qr';
import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import { addEnrolmentCode, notThere } from '../administration.ts';
import { listDevices, revokeDevice } from '../store/devices.ts';
import { OPERATOR_ACTOR } from '../store/in-municipality.ts';
import { sendSignals } from '../store/live-signals.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { defineCommand, MunicipalityOption } from './command.ts';

const count = (most: number, fallback: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .default(fallback)
    .catch(() => Number.NaN)
    .refine((value) => !Number.isNaN(value), { error: `is a whole number from 1 to ${most}` });

export const enrolmentCodeCreate = defineCommand({
  name: 'enrolment-code create',
  usage: '--municipality <id> [--uses 1] [--minutes 60]',
  summary: 'A short code for a new device, as text and QR code.',
  options: { municipality: { type: 'string' }, uses: { type: 'string' }, minutes: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption, uses: count(100, 1), minutes: count(60 * 24 * 7, 60) }),
  async run(given, ports) {
    const made = await addEnrolmentCode(ports, given);
    if (!made.ok) return made;
    const { code, expiresAt } = made.value;
    const picture = encodeQR(code, 'ascii', { ecc: 'medium' });
    const devices = given.uses === 1 ? 'one device' : `${given.uses} devices`;
    return ok(`${picture}\n${code}\n\nFor ${devices}, until ${expiresAt}.`);
  },
});

export const devicesList = defineCommand({
  name: 'devices list',
  usage: '--municipality <id>',
  summary: 'Devices of a city.',
  options: { municipality: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption }),
  async run({ municipality }, { ownerPool }) {
    if ((await findStoredMunicipality(ownerPool, municipality)) === undefined) return err(notThere(municipality));
    const devices = await listDevices(ownerPool, { municipality, actor: OPERATOR_ACTOR });
    const lines = devices.map(({ id, label, enrolledAt, lastSeenAt, revokedAt }) =>
      [
        id,
        `enrolled ${enrolledAt}`,
        `seen ${lastSeenAt ?? 'never'}`,
        ...(revokedAt === undefined ? [] : [`revoked ${revokedAt}`]),
        label,
      ].join('  '),
    );
    return ok(lines.join('\n') || 'None yet.');
  },
});

export const devicesRevoke = defineCommand({
  name: 'devices revoke',
  usage: '--municipality <id> --device <id>',
  summary: 'A device may no longer come in.',
  options: { municipality: { type: 'string' }, device: { type: 'string' } },
  input: z.strictObject({
    municipality: MunicipalityOption,
    device: z.uuid({ error: 'is the id of a device: see `devices list`' }),
  }),
  async run({ municipality, device }, { ownerPool, clock }) {
    const scope = { municipality, actor: OPERATOR_ACTOR };
    const isRevoked = await revokeDevice(ownerPool, scope, { id: device, at: clock.now() });
    if (!isRevoked) return err(`There is no device ${device} in ${municipality}.`);
    await sendSignals(ownerPool, [{ what: 'device-revoked', municipality, id: device }]);
    return ok(`${device} is revoked.`);
  },
});
