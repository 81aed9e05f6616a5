import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindText, textToValue } from '../field-values.ts';
import { FormShell } from '../form-shell.tsx';
import { NotHere } from '../not-here.tsx';
import { ownServices } from '../own-services.ts';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { groupTitle, membersOf } from '../service-groups.ts';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';
import { useRecordForm } from '../use-record-form.ts';
import { useSaved } from '../use-save.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { correctable, groupEdits, startOfCorrection } from './correct-group.ts';
import { GroupReturns } from './GroupReturns.tsx';
import { habitsOf } from './habits.ts';
import { StopCard } from './StopCard.tsx';
import { TypesField } from './TypesField.tsx';

/** A service that many had together, corrected once for all of them. */
export function CorrectGroupPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const members = correctable(membersOf(vault, id), vault.actor.role);
  if (members.length === 0) return <NotHere title={words.t('mine.title')} listPlace={PLACES.mine} />;
  return <CorrectGroup id={id} members={members} />;
}

function CorrectGroup({ id, members }: { readonly id: string; readonly members: readonly CaseRecord[] }) {
  const { vault, words, back, say } = useSession();
  const { t } = words;
  const saved = useSaved();
  const [habits] = useState(() => habitsOf(ownServices(vault)));
  const form = useRecordForm({
    draftKey: DRAFT_KEYS.editGroup(id),
    kind: 'service',
    initial: startOfCorrection(members),
  });
  const [answer, writeAnswer, discardAnswer] = useDraftText(DRAFT_KEYS.answerOn(id));
  const [isSaving, setIsSaving] = useState(false);
  const isReturned = members.some(({ record }) => record.review.state === 'returned');

  async function submit(): Promise<void> {
    if (isSaving) return;
    const comment = isReturned ? textToValue(answer) : undefined;
    if (groupEdits(members, form.values, comment).length === 0) {
      return say({ text: t(isReturned ? 'record.nothingToSend' : 'record.unchanged') });
    }
    setIsSaving(true);
    const result = await form.saveAs((_, values) => groupEdits(members, values, comment));
    setIsSaving(false);
    const [first, ...others] = result.ok ? result.value : [];
    if (first === undefined) return;
    saved(first, ...others);
    discardAnswer();
    back(PLACES.group(id));
  }

  return (
    <Screen
      task
      title={t('service.correctGroup')}
      subtitle={groupTitle(words, members)}
      backTo={PLACES.group(id)}
      banner={<GroupReturns members={members} />}
    >
      <FormShell
        form={form}
        saveLabel={isReturned ? t('record.saveAndSend') : t('service.saveFor', { n: members.length })}
        isSaving={isSaving}
        onSubmit={() => void submit()}
      >
        <StopCard form={form} habits={habits} />
        <TypesField form={form} habits={habits} />
        <TextArea
          {...bindText(words, form, 'service', 'note')}
          mark={t('record.canSkip')}
          hint={t('service.groupNoteHint')}
          maxLength={NOTE_LENGTH_MAX}
        />
        <Card flat title={t('service.correctFor')} aside={t('service.correctForHint')}>
          <RowList>
            {members.map((held) => (
              <CardRow key={held.record.id} title={recordTitle(vault, words, held)} />
            ))}
          </RowList>
        </Card>
        {isReturned && (
          <TextArea
            label={t('record.answer')}
            mark={t('record.canSkip')}
            hint={t('record.answerHint')}
            maxLength={NOTE_LENGTH_MAX}
            value={answer}
            onInput={writeAnswer}
          />
        )}
      </FormShell>
    </Screen>
  );
}
