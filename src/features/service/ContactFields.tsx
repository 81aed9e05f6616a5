import { type AnonymousContact, CONTACT_COUNT_MAX } from '../../domain/kinds/service.ts';
import { AGE_BRACKETS } from '../../domain/lists/age-brackets.ts';
import type { Gender } from '../../domain/lists/genders.ts';
import { MISSING_REASONS } from '../../domain/lists/missing-reasons.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, textToValue } from '../field-values.ts';
import { fieldLabel } from '../field-words.ts';
import { useSession } from '../session.ts';
import { LanguageField } from './LanguageField.tsx';
import { contactWith, type ServiceFormPart, serviceValues } from './service-form.ts';

const COMMON_GENDERS: readonly Gender[] = ['F', 'M'];
const OTHER_GENDERS: readonly Gender[] = ['X', ...MISSING_REASONS];

/** Who an anonymous contact was: how many, and whatever else is known. */
export function ContactFields({ form, habits }: ServiceFormPart) {
  const { words } = useSession();
  const contact: Partial<AnonymousContact> = serviceValues(form).contact ?? {};
  const answer = (answers: Parameters<typeof contactWith>[1]) => form.set('contact', contactWith(contact, answers));
  const label = (field: string) => fieldLabel(words, 'service', `contact.${field}`);
  return (
    <>
      <Stepper
        label={words.t('service.howMany')}
        required
        min={1}
        max={CONTACT_COUNT_MAX}
        value={contact.count}
        lessLabel={words.t('service.onePersonLess')}
        moreLabel={words.t('service.onePersonMore')}
        error={bindField(words, form, 'service', 'contact').error}
        onInput={(count) => answer({ count })}
      />
      <Card title={words.t('service.ifYouKnow')} aside={words.t('service.canSkip')}>
        <Stack>
          <LanguageField
            label={words.t('service.language')}
            common={habits.languages}
            value={contact.language}
            onInput={(language) => answer({ language })}
          />
          <ChoiceChips
            label={label('gender')}
            value={contact.gender}
            choices={COMMON_GENDERS.map((code) => ({ value: code, label: words.list('gender', code) }))}
            rest={OTHER_GENDERS.map((code) => ({ value: code, label: words.list('gender', code) }))}
            moreLabel={words.t('service.more')}
            onInput={(gender) => answer({ gender })}
          />
          <ChoiceChips
            label={label('ageBracket')}
            value={contact.ageBracket}
            choices={AGE_BRACKETS.map((code) => ({ value: code, label: words.list('ageBracket', code) }))}
            onInput={(ageBracket) => answer({ ageBracket })}
          />
          <TextField
            label={label('nickname')}
            maxLength={SHORT_TEXT_LENGTH_MAX}
            value={contact.nickname ?? ''}
            onInput={(text) => answer({ nickname: textToValue(text) })}
          />
        </Stack>
      </Card>
    </>
  );
}
