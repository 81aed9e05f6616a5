import { SERVICE_OUTCOMES } from '../../domain/lists/service-outcomes.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { bindField } from '../field-values.ts';
import { useSession } from '../session.ts';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

/** How it went, if there is anything to say about it. */
export function OutcomeField({ form }: Pick<ServiceFormPart, 'form'>) {
  const { words } = useSession();
  return (
    <ChoiceChips
      {...bindField(words, form, 'service', 'outcome')}
      mark={words.t('service.canSkip')}
      value={serviceValues(form).outcome}
      choices={SERVICE_OUTCOMES.map((code) => ({ value: code, label: words.list('serviceOutcome', code) }))}
      onInput={(code) => form.set('outcome', code)}
    />
  );
}
