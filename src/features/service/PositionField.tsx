import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { FieldWords } from '../../ui/Field.tsx';
import { placeIcon } from '../../ui/icons.ts';
import { TextButton } from '../../ui/TextButton.tsx';
import { bindField } from '../field-values.ts';
import { findPosition, type PositionTrouble } from '../find-position.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

/** Where the device is, by a tap and rounded to 100 m; nobody is asked and nothing is looked up before. */
export function PositionField({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const { t } = words;
  const [isFinding, setIsFinding] = useState(false);
  const [trouble, setTrouble] = useState<PositionTrouble | undefined>(undefined);
  const { error } = bindField(words, form, 'service', 'placePoint');
  const hasPoint = form.values.placePoint !== undefined;

  async function find(): Promise<void> {
    setIsFinding(true);
    const found = await findPosition(globalThis.navigator?.geolocation);
    setIsFinding(false);
    setTrouble(found.ok ? undefined : found.error);
    if (found.ok) form.set('placePoint', found.value);
  }

  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      {hasPoint ? (
        <p>
          <span role="status">{t('map.added')}</span>{' '}
          <TextButton name={t('map.removeName')} onClick={() => form.set('placePoint', undefined)}>
            {t('map.remove')}
          </TextButton>
        </p>
      ) : (
        <Button variant="quiet" icon={placeIcon} busy={isFinding} onClick={() => find()}>
          {t('map.add')}
        </Button>
      )}
      <FieldWords
        id="service-position"
        hint={hasPoint ? undefined : t('map.addHint')}
        error={error ?? (trouble && t(`map.trouble.${trouble.type}`))}
      />
    </div>
  );
}
