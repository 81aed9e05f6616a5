import type { CaseRecord } from '../../device/open-vault.ts';
import { fieldValue, isSameValue, type JsonValue } from '../../domain/json-value.ts';
import { KINDS } from '../../domain/kinds.ts';
import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { dayAndTime } from '../moment-words.ts';
import { placeOfRecord } from '../places.ts';
import { nameOfPerson } from '../record-words.ts';
import { RestrictedValue } from '../restricted-value.tsx';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { LetGo } from './LetGo.tsx';
import type { LateChoice } from './mend.ts';

type LateChoicePartProps = { readonly item: LateChoice; readonly held: CaseRecord | undefined };

/** A choice between two values that came after another one: what was chosen beside what stands now, to be seen and let go. */
export function LateChoicePart({ item, held }: LateChoicePartProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const { refusal, note, savedAt } = item;
  const { kind, field, to } = item.change;
  const textOf = (value: JsonValue) =>
    fieldValueToText(words, kind, field, value, (id) => nameOfPerson(vault, words, id)) ??
    t('attention.disputed.cleared');
  // That the two are the same would tell a restricted value without the look being logged.
  const isRestricted = KINDS.get(kind)?.classes[field] === 'restricted';
  const standing = held && fieldValue(held.record.fields, field);
  const isSame = !isRestricted && standing !== undefined && isSameValue(standing, to);
  return (
    <Stack>
      <Note tone={isSame ? 'ok' : 'stop'}>
        <p>{refusal === undefined ? t('trouble.unknown') : refusalToText(words, refusal)}</p>
        {note !== undefined && <p>{t('attention.refused.note', { note })}</p>}
        <p>
          {isSame
            ? t('attention.late.same')
            : t('attention.refused.safe', { when: dayAndTime(words, savedAt, today()) })}
        </p>
      </Note>
      <Card title={fieldLabel(words, kind, field)}>
        <FactList
          facts={[
            { label: t('attention.late.chosen'), value: textOf(to) },
            ...(held === undefined || standing === undefined
              ? []
              : [
                  {
                    label: t('attention.late.stands'),
                    value: isRestricted ? <RestrictedValue held={held} field={field} /> : textOf(standing),
                  },
                ]),
          ]}
        />
      </Card>
      <Stack inline>
        <LetGo items={[item]} held={held} label={t('attention.late.seen')} isLossless={isSame} />
        {held !== undefined && !isSame && (
          <LinkButton variant="quiet" href={placeOfRecord(kind, held.record.id)}>
            {t('verb.correct')}
          </LinkButton>
        )}
      </Stack>
    </Stack>
  );
}
