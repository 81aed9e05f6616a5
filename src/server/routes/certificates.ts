import { cityOfCode, readCertificateCode } from '../../domain/certificate-code.ts';
import { findMunicipality } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok } from '../../domain/result.ts';
import { CertificateAnswer } from '../../protocol/certificate.ts';
import { API_BASE } from '../../protocol/version.ts';
import { claimAttempt, forgiveAttempts } from '../store/attempts.ts';
import { findCertificate } from '../store/find-certificate.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { openRoute } from './route.ts';

/** Somebody who types from paper errs now and then; nobody tries a hundred bits. */
const FREE_TRIES_MAX = 20;

export const certificateRoute = openRoute({
  method: 'GET',
  path: `${API_BASE}/certificates/:code`,
  summary: 'Whether a certificate is valid, for whoever holds its code; never whose it is',
  answer: CertificateAnswer,
  async handle({ request }, { pool, keys, clock }) {
    const code = readCertificateCode(request.params.code ?? '');
    if (code === undefined || findMunicipality(cityOfCode(code)) === undefined) return err({ type: 'NotFound' });
    const municipality = MunicipalityId.parse(cityOfCode(code));
    const city = await findStoredMunicipality(pool, municipality);
    if (city === undefined) return err({ type: 'NotFound' });
    const at = clock.now();
    const subject = keys.conceal('attempts', `certificate/${request.address}`);
    const waitSeconds = await claimAttempt(pool, {
      municipality,
      subjects: [{ subject, freeMax: FREE_TRIES_MAX }],
      at,
    });
    if (waitSeconds > 0) return err({ type: 'SignInSlowDown', retryAfterSeconds: waitSeconds });
    const found = await findCertificate(pool, municipality, code);
    if (found === undefined) return err({ type: 'NotFound' });
    await forgiveAttempts(pool, { municipality, subjects: [subject], at });
    return ok({ city: city.name, ...found });
  },
});
