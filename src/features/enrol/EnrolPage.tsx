import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { EnrolPageProps } from '../entrance.ts';
import { EntranceTroubleNote } from '../entrance-trouble-note.tsx';
import { entranceBrand, entranceTroubleToText } from '../entrance-words.ts';
import { useEntranceTry } from '../use-entrance-try.ts';

/** Longest name of a device that the server takes, see `ShortText`. */
const LABEL_LENGTH_MAX = 120;
/** A code has 12 characters; spaces and hyphens as on the paper are fine. */
const CODE_LENGTH_MAX = 40;

/** A new device joins its municipality, once: the code from the coordinator, and a name to know the device by. */
export function EnrolPage(props: EnrolPageProps) {
  const { words, onEnrol } = props;
  const { t } = words;
  const [code, setCode] = useState('');
  const [label, setLabel] = useState('');
  const attempt = useEntranceTry();
  const isComplete = code.trim() !== '' && label.trim() !== '';
  const { trouble } = attempt;

  return (
    <CenterCard brand={entranceBrand(props)} title={t('entrance.enrol.title')}>
      <p>{t('entrance.enrol.intro')}</p>
      <Form
        failedTries={attempt.failedTries}
        onSubmit={() => void attempt.run(isComplete ? () => onEnrol(code.trim(), label.trim()) : undefined)}
      >
        <EntranceTroubleNote words={words} trouble={trouble} door="enrol" />
        <TextField
          label={t('entrance.enrol.code')}
          hint={t('entrance.enrol.codeHint')}
          error={
            trouble?.type === 'CodeInvalid'
              ? entranceTroubleToText(words, trouble)
              : attempt.isIncomplete && code.trim() === ''
                ? t('entrance.enrol.codeMissing')
                : undefined
          }
          value={code}
          onInput={setCode}
          autoCapitalize="characters"
          maxLength={CODE_LENGTH_MAX}
          dir="ltr"
          required
        />
        <TextField
          label={t('entrance.enrol.label')}
          hint={t('entrance.enrol.labelHint')}
          error={attempt.isIncomplete && label.trim() === '' ? t('entrance.enrol.labelMissing') : undefined}
          value={label}
          onInput={setLabel}
          autoCapitalize="sentences"
          maxLength={LABEL_LENGTH_MAX}
          required
        />
        <Button big type="submit" busy={attempt.isBusy}>
          {t('entrance.enrol.go')}
        </Button>
      </Form>
      <Disclosure label={t('entrance.enrol.noCode')}>
        <p>{t('entrance.enrol.noCodeText')}</p>
      </Disclosure>
    </CenterCard>
  );
}
