import { useEffect, useRef, useState } from 'preact/hooks';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { placeIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { useSession } from '../session.ts';
import { stopToText } from '../stop-words.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { type ServiceFormPart, serviceValues } from './service-form.ts';
import { WhenWhereFields } from './WhenWhereFields.tsx';

const FOLDED_FIELDS = ['date', 'time', 'placeKind', 'place', 'placePoint', 'minutes', 'givenBy'] as const;

/**
 * Where and when, as one line that is already right most of the time. "Cambia" unfolds it, and so does a refusal of something in it.
 * `asksPlace` is for when no stop is known: the kind of place is asked at once, by one tap.
 */
export function StopCard({ form, habits, asksPlace }: ServiceFormPart & { readonly asksPlace?: boolean }) {
  const { words, today } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const values = serviceValues(form);
  const isWrong = FOLDED_FIELDS.some((field) => form.problemOf(field) !== undefined);
  useEffect(() => {
    if (isOpen) fields.current?.querySelector('input')?.focus();
  }, [isOpen]);

  if (isOpen || isWrong) {
    return (
      <Card title={words.t('service.whenAndWhere')}>
        <div ref={fields}>
          <WhenWhereFields form={form} habits={habits} />
        </div>
      </Card>
    );
  }
  const { title, subtitle } = stopToText(words, values, today());
  return (
    <>
      <Card flat>
        <RowList label={words.t('service.whenAndWhere')}>
          <CardRow
            icon={placeIcon}
            title={title}
            subtitle={subtitle}
            mark={
              <TextButton
                name={`${words.t('verb.change')}: ${words.t('service.whenAndWhere')}`}
                onClick={() => setIsOpen(true)}
              >
                {words.t('verb.change')}
              </TextButton>
            }
          />
        </RowList>
      </Card>
      {asksPlace && <PlaceFields form={form} habits={habits} />}
    </>
  );
}
