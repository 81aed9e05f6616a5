import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { err, ok, type Result } from '../../domain/result.ts';
import { type CheckedCertificate, type CheckTrouble, VerifyPage } from '../../features/verify/VerifyPage.tsx';
import { createVerifyWords } from '../../features/verify/verify-words.ts';
import { CertificateAnswer } from '../../protocol/certificate.ts';
import { sendRequest } from '../../sync/http-client.ts';
import { locale } from '../preferences.ts';

/** The code stands behind `#`, which a browser sends to nobody; it is asked for only through the API. */
export function Verify() {
  const words = createVerifyWords(locale.value);
  const code = useSignal(codeOfAddress());
  useEffect(() => {
    const look = () => (code.value = codeOfAddress());
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  useEffect(() => {
    document.title = words.t('verify.title');
  }, [words]);
  return (
    <VerifyPage
      key={code.value}
      words={words}
      code={code.value}
      check={check}
      onCode={(typed) => (location.hash = typed)}
      onLanguage={() => (locale.value = locale.value === 'it' ? 'en' : 'it')}
    />
  );
}

function codeOfAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

async function check(code: string): Promise<Result<CheckedCertificate, CheckTrouble>> {
  const answer = await sendRequest(
    { fetch: globalThis.fetch.bind(globalThis), origin: '' },
    { method: 'GET', path: `/certificates/${encodeURIComponent(code)}`, response: CertificateAnswer },
  );
  if (answer.ok) return ok(answer.value);
  const problem = answer.error.type === 'Refused' ? answer.error.problem : undefined;
  if (problem === 'NotFound') return err('unknown');
  return err(problem === 'SignInSlowDown' ? 'later' : 'unreachable');
}
