import { SERVICE_TYPES, type ServiceType } from '../../domain/lists/service-types.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText, listToValue } from '../field-values.ts';
import { useSession } from '../session.ts';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

/** What was done; a referral also asks where to. */
export function TypesField({ form, habits }: ServiceFormPart) {
  const { words } = useSession();
  const { types = [], referralTo } = serviceValues(form);
  const toChoice = (value: ServiceType) => ({ value, label: words.t(`service.short.${value}`) });
  const rest = SERVICE_TYPES.filter((type) => !habits.types.includes(type));
  return (
    <>
      <ChoiceChips
        {...bindField(words, form, 'service', 'types')}
        label={words.t('service.what')}
        many
        required
        value={types}
        choices={habits.types.map(toChoice)}
        rest={rest.map(toChoice)}
        moreLabel={words.t('service.more')}
        onInput={(chosen) => form.set('types', listToValue(chosen))}
      />
      {(types.includes('INVI') || referralTo !== undefined) && (
        <TextField
          {...bindText(words, form, 'service', 'referralTo')}
          mark={words.t('service.canSkip')}
          maxLength={SHORT_TEXT_LENGTH_MAX}
        />
      )}
    </>
  );
}
