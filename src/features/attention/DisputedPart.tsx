import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { fieldValue, isSameValue, type JsonValue } from '../../domain/json-value.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { Conflict } from '../../domain/record.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { eyeIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { dayAndTime } from '../moment-words.ts';
import { placeOfRecord } from '../places.ts';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useDisclose } from '../use-disclose.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { distinctBy } from './attention-groups.ts';
import { editorOf } from './editor-of.ts';
import { ValueField } from './ValueField.tsx';

type DisputedPartProps = {
  readonly held: CaseRecord;
  readonly field: string;
  readonly conflicts: readonly Conflict[];
};

/** Two values for one field: nothing is lost, one tap says which one holds (picture 6). */
export function DisputedPart({ held, field, conflicts }: DisputedPartProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const { record } = held;
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const [isDisclosed, disclose] = useDisclose(held, field);
  const saved = useSaved();
  const label = fieldLabel(words, record.kind, field);
  const isRestricted = KINDS.get(record.kind)?.classes[field] === 'restricted';

  const settle = async (to: JsonValue) => {
    const answer = await vault.saveChange({
      type: 'resolve',
      recordId: record.id,
      kind: record.kind,
      field,
      from: fieldValue(record.fields, field),
      to,
      conflictIds: conflicts.map(({ id }) => id),
    });
    setTrouble(answer.ok ? undefined : refusalToText(words, answer.error));
    if (answer.ok) saved(answer.value);
    return answer.ok;
  };

  return (
    <Stack>
      <p>{t('attention.disputed.intro', { field: label, title: recordTitle(vault, words, held) })}</p>
      {trouble !== undefined && (
        <Note tone="stop" role="alert">
          {trouble}
        </Note>
      )}
      {isRestricted && !isDisclosed ? (
        <Stack inline>
          <Button variant="quiet" icon={eyeIcon} onClick={disclose}>
            {t('record.showField', { field: label })}
          </Button>
          <span class="soft">{t('record.showLogged')}</span>
        </Stack>
      ) : (
        <Values held={held} field={field} conflicts={conflicts} onSettle={settle} />
      )}
      <p class="soft">{t('attention.disputed.kept')}</p>
    </Stack>
  );
}

function Values({
  held: { record },
  field,
  conflicts,
  onSettle,
}: DisputedPartProps & { onSettle: (value: JsonValue) => Promise<boolean> }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const textOf = (value: JsonValue) =>
    fieldValueToText(words, record.kind, field, value, (id) => nameOfPerson(vault, words, id)) ??
    t('attention.disputed.cleared');
  const others = distinctBy(conflicts, (a, b) => isSameValue(a.value, b.value));
  // A dispute stamps its own author on the record: whoever wrote the agreed value is known only if it was somebody else since.
  const agreedBy = conflicts.some(({ by }) => by.id === record.updatedBy.id) ? undefined : record.updatedBy.name;
  const agreed = fieldValue(record.fields, field);
  return (
    <>
      <div class="pair">
        <Card eyebrow={[t('attention.disputed.onServer'), agreedBy].filter(Boolean).join(' · ')}>
          <Stack>
            <p class="value">{textOf(agreed)}</p>
            <Button
              variant="ghost"
              wide
              name={t('attention.keep.name', { value: textOf(agreed) })}
              onClick={() => onSettle(agreed)}
            >
              {t('attention.keep')}
            </Button>
          </Stack>
        </Card>
        {others.map(({ id, value, by, at }) => {
          const isMine = by.id === vault.actor.id;
          const who = isMine ? t('attention.disputed.mine') : by.name;
          return (
            <Card key={id} marked={isMine} eyebrow={`${who} · ${dayAndTime(words, at, today())}`}>
              <Stack>
                <p class="value">{textOf(value)}</p>
                <Button
                  variant={isMine ? 'main' : 'ghost'}
                  wide
                  name={t('attention.keep.name', { value: textOf(value) })}
                  onClick={() => onSettle(value)}
                >
                  {t('attention.keep')}
                </Button>
              </Stack>
            </Card>
          );
        })}
      </div>
      <OtherValue kind={record.kind} recordId={record.id} field={field} start={others[0]?.value} onSettle={onSettle} />
    </>
  );
}

function OtherValue({
  kind,
  recordId,
  field,
  start,
  onSettle,
}: {
  kind: string;
  recordId: string;
  field: string;
  start: JsonValue | undefined;
  onSettle: (value: JsonValue) => Promise<boolean>;
}) {
  const { vault, words } = useSession();
  const { t } = words;
  const draftKey = `attention:${recordId}:${field}`;
  const [isOpen, setIsOpen] = useState(() => vault.drafts.find(draftKey) !== undefined);
  const [value, setValue] = useState<JsonValue | undefined>(() => vault.drafts.find(draftKey) ?? start ?? undefined);
  const write = (next: JsonValue | undefined) => {
    setValue(next);
    vault.drafts.save(draftKey, next ?? null);
  };
  const leave = () => {
    setIsOpen(false);
    void vault.drafts.discard(draftKey);
  };
  const save = async () => {
    if (value !== undefined && (await onSettle(value))) leave();
  };
  if (editorOf(kind, field).as === 'form') {
    return (
      <LinkButton variant="quiet" href={placeOfRecord(kind, recordId)}>
        {t('attention.otherValue')}
      </LinkButton>
    );
  }
  if (!isOpen) {
    return (
      <div>
        <Button variant="quiet" onClick={() => setIsOpen(true)}>
          {t('attention.otherValue')}
        </Button>
      </div>
    );
  }
  return (
    <Card>
      <Stack>
        <ValueField kind={kind} field={field} value={value} onInput={write} />
        <Stack inline>
          <Button disabled={value === undefined} onClick={() => save()}>
            {t('verb.save')}
          </Button>
          <Button variant="quiet" onClick={leave}>
            {t('verb.cancel')}
          </Button>
        </Stack>
      </Stack>
    </Card>
  );
}
