import { PLACE_KINDS, type PlaceKind } from '../../domain/lists/place-kinds.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText } from '../field-values.ts';
import { useSession } from '../session.ts';
import { PositionField } from './PositionField.tsx';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

/** The kind of place by one tap, its name by another one where the person has been there before. */
export function PlaceFields({ form, habits }: ServiceFormPart) {
  const { words } = useSession();
  const { placeKind, place } = serviceValues(form);
  const toChoice = (value: PlaceKind) => ({ value, label: words.list('placeKind', value) });
  return (
    <>
      <ChoiceChips
        {...bindField(words, form, 'service', 'placeKind')}
        label={words.t('service.where')}
        value={placeKind}
        choices={habits.placeKinds.map(toChoice)}
        rest={PLACE_KINDS.filter((kind) => !habits.placeKinds.includes(kind)).map(toChoice)}
        moreLabel={words.t('service.more')}
        onInput={(kind) => form.set('placeKind', kind)}
      />
      {habits.places.length > 0 && (
        <ChoiceChips
          label={words.t('service.recentPlaces')}
          value={place}
          choices={habits.places.map((name) => ({ value: name, label: name }))}
          onInput={(name) => form.set('place', name)}
        />
      )}
      <TextField
        {...bindText(words, form, 'service', 'place')}
        mark={words.t('service.canSkip')}
        hint={words.t('service.placeHint')}
        maxLength={SHORT_TEXT_LENGTH_MAX}
      />
      <PositionField form={form} />
    </>
  );
}
