import { useEffect, useState } from 'preact/hooks';
import { certificateCodeToText, readCertificateCode } from '../../domain/certificate-code.ts';
import type { Certificate } from '../../domain/kinds/certificate.ts';
import type { Result } from '../../domain/result.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { Form } from '../../ui/Form.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { VerifyWords } from './verify-words.ts';

export type CheckedCertificate = Pick<Certificate, 'courseTitle' | 'minutes' | 'issuedDate' | 'state'> & {
  readonly city: string;
};
export type CheckTrouble = 'unknown' | 'unreachable' | 'later';

type VerifyPageProps = {
  readonly words: VerifyWords;
  /** As it stands in the address; '' where somebody is to type it. */
  readonly code: string;
  readonly check: (code: string) => Promise<Result<CheckedCertificate, CheckTrouble>>;
  readonly onCode: (code: string) => void;
  readonly onLanguage: () => void;
};

/** Anybody with a paper in hand learns whether it holds. No name is known here. */
export function VerifyPage({ words, code: given, check, onCode, onLanguage }: VerifyPageProps) {
  const { t } = words;
  const code = readCertificateCode(given);
  const [typed, setTyped] = useState(code === undefined ? given : certificateCodeToText(code));
  const [answer, setAnswer] = useState<Result<CheckedCertificate, CheckTrouble> | undefined>(undefined);
  const [isWrong, setIsWrong] = useState(given !== '' && code === undefined);
  const look = async (known: string) => {
    setAnswer(undefined);
    setAnswer(await check(known));
  };
  useEffect(() => {
    if (code !== undefined) void look(code);
  }, []);
  const submit = () => {
    const read = readCertificateCode(typed);
    setIsWrong(read === undefined);
    if (read === undefined) return;
    if (read === code) void look(read);
    else onCode(read);
  };
  const write = (text: string) => {
    setTyped(text);
    setIsWrong(false);
  };
  // What was found stands beside no other code than the one that was checked.
  const isChecked = code !== undefined && readCertificateCode(typed) === code;
  return (
    <CenterCard
      brand={{ title: 'Taccuino', subtitle: t('verify.brand') }}
      state={<TextButton onClick={onLanguage}>{t('verify.otherLanguage')}</TextButton>}
      title={t('verify.title')}
    >
      {isChecked && <Outcome words={words} answer={answer} />}
      <Form label={t('verify.title')} onSubmit={submit}>
        <TextField
          label={t('verify.code')}
          hint={t('verify.codeHint')}
          error={isWrong ? t('verify.noCode') : undefined}
          value={typed}
          onInput={write}
          autoCapitalize="characters"
          dir="ltr"
        />
        <Button big type="submit" variant={isChecked && answer?.ok ? 'quiet' : 'main'}>
          {t('verify.check')}
        </Button>
      </Form>
      <p class="soft">{t('verify.noName')}</p>
    </CenterCard>
  );
}

type OutcomeProps = {
  readonly words: VerifyWords;
  readonly answer: Result<CheckedCertificate, CheckTrouble> | undefined;
};

function Outcome({ words, answer }: OutcomeProps) {
  const { t } = words;
  if (answer === undefined) return <Loading label={t('verify.checking')} />;
  if (!answer.ok) {
    return (
      <Note tone={answer.error === 'unknown' ? 'stop' : 'wait'} role="alert">
        {t(`verify.${answer.error}`)}
      </Note>
    );
  }
  const { state, city, courseTitle, minutes, issuedDate } = answer.value;
  return (
    <>
      {state === 'VALD' ? (
        <Note tone="ok" role="status" title={t('verify.valid')} />
      ) : (
        <Note tone="stop" role="alert" title={t('verify.withdrawn')}>
          {t('verify.withdrawnText')}
        </Note>
      )}
      <FactList
        facts={[
          { label: t('verify.city'), value: t('verify.cityName', { city }) },
          { label: t('verify.course'), value: courseTitle },
          { label: t('verify.attended'), value: t('verify.hours', { hours: words.formatNumber(minutes / 60) }) },
          { label: t('verify.issued'), value: words.formatDate(issuedDate, 'long') },
        ]}
      />
    </>
  );
}
