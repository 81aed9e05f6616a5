import { randomUUID } from 'node:crypto';
import { err, ok } from '../../domain/result.ts';
import { EnrolRequest, EnrolResponse } from '../../protocol/enrol.ts';
import { API_BASE } from '../../protocol/version.ts';
import { findEnrolmentCode } from '../auth/enrolment-code.ts';
import { createToken, hashToken } from '../auth/tokens.ts';
import { claimAttempt, forgiveAttempts } from '../store/attempts.ts';
import { insertDevice } from '../store/devices.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { openRoute } from './route.ts';

/** An office enrols a box of tablets in an afternoon, with a few slips. */
const FREE_TRIES_MAX = 20;

export const enrolRoute = openRoute({
  method: 'POST',
  path: `${API_BASE}/enrol`,
  summary: 'A device joins a municipality with a code',
  body: EnrolRequest,
  answer: EnrolResponse,
  async handle({ body, request }, { pool, keys, clock }) {
    const given = findEnrolmentCode(body.code);
    if (given === undefined) return err({ type: 'EnrolmentCodeInvalid' });
    const { municipality, code } = given;
    const known = await findStoredMunicipality(pool, municipality);
    if (known === undefined) return err({ type: 'EnrolmentCodeInvalid' });
    const at = clock.now();
    const subject = keys.conceal('attempts', `enrol/${request.address}`);
    const waitSeconds = await claimAttempt(pool, {
      municipality,
      subjects: [{ subject, freeMax: FREE_TRIES_MAX }],
      at,
    });
    if (waitSeconds > 0) return err({ type: 'SignInSlowDown', retryAfterSeconds: waitSeconds });
    const deviceToken = createToken(municipality);
    const deviceId = randomUUID();
    const codeHash = keys.conceal('enrolment-code', code);
    const tokenHash = hashToken(deviceToken);
    const isIn = await insertDevice(pool, { municipality, codeHash, id: deviceId, label: body.label, tokenHash, at });
    if (!isIn) return err({ type: 'EnrolmentCodeInvalid' });
    await forgiveAttempts(pool, { municipality, subjects: [subject], at });
    const { id, name, escrow } = known;
    return ok({ deviceId, deviceToken, municipality: { id, name }, escrow });
  },
});
