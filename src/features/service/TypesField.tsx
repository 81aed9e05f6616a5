import type { OpenVault } from '../../device/open-vault.ts';
import { LANGUAGES, type Language } from '../../domain/lists/languages.ts';
import { SERVICE_TYPES, type ServiceType } from '../../domain/lists/service-types.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { bindField, listOf, listToValue } from '../field-values.ts';
import { fieldLabel } from '../field-words.ts';
import { useSession } from '../session.ts';
import { LanguageField } from './LanguageField.tsx';
import { ReferralField } from './ReferralField.tsx';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

/** The person's own first, then one's commonest ones. */
const LANGUAGES_OFFERED_MAX = 5;

/** What was done; a mediation also asks in which language, a referral where to. */
export function TypesField({ form, habits }: ServiceFormPart) {
  const { vault, words } = useSession();
  const { types = [], referralTo, referralOffice, mediationLanguage, beneficiary } = serviceValues(form);
  const toChoice = (value: ServiceType) => ({ value, label: words.t(`service.short.${value}`) });
  const spoken = languagesOf(vault, beneficiary);
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
      {(types.includes('MEDC') || mediationLanguage !== undefined) && (
        <LanguageField
          label={fieldLabel(words, 'service', 'mediationLanguage')}
          mark={words.t('service.canSkip')}
          common={[...new Set([...spoken, ...habits.languages])].slice(0, LANGUAGES_OFFERED_MAX)}
          value={mediationLanguage}
          onInput={(language) => form.set('mediationLanguage', language)}
        />
      )}
      {(types.includes('INVI') || referralTo !== undefined || referralOffice !== undefined) && (
        <ReferralField form={form} />
      )}
    </>
  );
}

function languagesOf(vault: OpenVault, person: string | undefined): readonly Language[] {
  const spoken = person === undefined ? [] : listOf(vault.caseload.find(person)?.record.fields.languages);
  return LANGUAGES.filter((language) => spoken.includes(language));
}
