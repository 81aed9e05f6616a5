import { useState } from 'preact/hooks';
import type { CaseRecord, NewChange, StorageTrouble } from '../../device/open-vault.ts';
import type { Change } from '../../domain/change.ts';
import type { Fields, JsonValue } from '../../domain/json-value.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { FieldProblem, Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Form } from '../../ui/Form.tsx';
import { cloudUploadIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { fieldLabel } from '../field-words.ts';
import { placeOfRecord } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { editorOf } from './editor-of.ts';
import { type Mend, mendToChange, namedFields } from './mend.ts';
import { ValueField } from './ValueField.tsx';
import { valuesThatFollow } from './values-that-follow.ts';

type MendFormProps = {
  readonly title: string;
  /** Opened in the middle of a page: whoever asked for it is where they can write. */
  readonly startAt?: string;
  readonly mend: Mend;
  /** What the server found wrong. */
  readonly found: readonly FieldProblem[];
  readonly held: CaseRecord | undefined;
  /** Under which what is half mended is kept. */
  readonly draftKey: string;
  /** Written fields that are carried along unseen, because nobody asked to look at them. */
  readonly unseen?: readonly string[] | undefined;
  readonly sendLabel: string;
  readonly onSend: (change: NewChange) => Promise<Result<Change, Refusal | StorageTrouble>>;
  readonly onSaved: (change: Change) => void;
};

/** Text that is no value yet, by field: sending it as "no value" would lose it without a word. */
type Typed = Readonly<Record<string, string>>;

/** The fields that the server named first, starting from what the person wrote; all others of the record are one tap away. */
export function MendForm(props: MendFormProps) {
  const { title, startAt, mend, found: firstFound, held, draftKey, unseen = [], sendLabel, onSend, onSaved } = props;
  const { vault, words } = useSession();
  const { t } = words;
  const { kind } = mend;
  const [values, setValues] = useState<Fields>(() => ({ ...mend.written, ...draftOf(vault.drafts.find(draftKey)) }));
  const [typed, setTyped] = useState<Typed>({});
  const [problems, setProblems] = useState(firstFound);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const [failedTries, setFailedTries] = useState(0);

  const classes = KINDS.get(kind)?.classes ?? {};
  // A restricted value that was not written just now is looked at in the record, where the look is logged.
  const isOpen = (field: string) =>
    classes[field] !== 'restricted' || (field in mend.written && !unseen.includes(field));
  const editable = Object.keys(classes).filter((field) => editorOf(kind, field).as !== 'form' && isOpen(field));
  const named = namedFields([...firstFound, ...problems], editable);
  const first = named.length > 0 ? named : Object.keys(mend.written).filter((field) => editable.includes(field));
  const others = editable.filter((field) => !first.includes(field));

  const written = (field: string, value: JsonValue | undefined): Fields => ({
    ...(mend.type === 'edit' && held?.record.fields),
    ...values,
    [field]: value ?? null,
  });
  const write = (field: string, value: JsonValue | undefined, text: string) => {
    const next = { ...values, [field]: value ?? null, ...valuesThatFollow(vault, kind, field, written(field, value)) };
    setValues(next);
    setTyped({ ...typed, [field]: value === undefined ? text.trim() : '' });
    setProblems(problems.filter((problem) => problem.field !== field));
    vault.drafts.save(draftKey, next);
  };
  const fail = (found: readonly FieldProblem[], sentence?: string) => {
    setProblems(found);
    setTrouble(sentence);
    setFailedTries(failedTries + 1);
  };
  const send = async () => {
    const unread = Object.keys(typed).filter((field) => typed[field] !== '');
    if (unread.length > 0) return fail(unread.map((field) => ({ field, rule: 'ValueInvalid' })));
    const change = mendToChange(mend, values, mend.type === 'create' ? undefined : held?.record);
    if (change === undefined) return fail([], t('attention.nothingDiffers'));
    const answer = await onSend(change);
    if (!answer.ok) {
      const isOfFields = answer.error.type === 'FieldsRefused';
      return fail(isOfFields ? answer.error.problems : [], isOfFields ? undefined : refusalToText(words, answer.error));
    }
    await vault.drafts.discard(draftKey);
    onSaved(answer.value);
  };

  const fieldOf = (field: string) => {
    const problem = problems.find((one) => one.field === field);
    // Before anything is recorded there is nothing to show: an edit starts from what the record has.
    const value = field in values ? values[field] : mend.type === 'edit' ? held?.record.fields[field] : undefined;
    return (
      <ValueField
        key={field}
        kind={kind}
        field={field}
        value={value ?? undefined}
        error={problem && (words.findMessage(`rule.${problem.rule}`) ?? t('trouble.unknown'))}
        onInput={(next, text) => write(field, next, text)}
      />
    );
  };

  return (
    <Card title={title}>
      <Form label={title} startAt={startAt} failedTries={failedTries} onSubmit={() => send()}>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {trouble}
          </Note>
        )}
        <Elsewhere kind={kind} problems={problems} editable={editable} />
        <OtherRecords problems={problems} />
        {first.map(fieldOf)}
        {others.length > 0 && (
          <Disclosure label={t('attention.mend.others')}>
            <Stack>{others.map(fieldOf)}</Stack>
          </Disclosure>
        )}
        <div>
          <Button type="submit" icon={cloudUploadIcon}>
            {sendLabel}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Problems of fields that cannot be written here still have to be said. */
function Elsewhere({
  kind,
  problems,
  editable,
}: {
  kind: string;
  problems: readonly FieldProblem[];
  editable: readonly string[];
}) {
  const { words } = useSession();
  const hidden = problems.filter(({ field }) => !editable.includes(field));
  if (hidden.length === 0) return null;
  return (
    <Note tone="stop">
      {hidden.map(({ field, rule }) => (
        <p key={field}>
          {fieldLabel(words, kind, field)}: {words.findMessage(`rule.${rule}`) ?? words.t('trouble.unknown')}
        </p>
      ))}
    </Note>
  );
}

/** A rule may speak of another record: the placement that is still open, to be closed first. */
function OtherRecords({ problems }: { problems: readonly FieldProblem[] }) {
  const { vault, words } = useSession();
  const others = problems.flatMap(({ other }) => (other === undefined ? [] : (vault.caseload.find(other) ?? [])));
  return (
    <>
      {others.map((held) => (
        <p key={held.record.id}>
          <a href={placeOfRecord(held.record.kind, held.record.id)}>
            {words.t('record.openOther')}: {recordTitle(vault, words, held)} · {recordSubtitle(words, held)}
          </a>
        </p>
      ))}
    </>
  );
}

const draftOf = (draft: JsonValue | undefined): Fields =>
  typeof draft === 'object' && draft !== null && !Array.isArray(draft) ? draft : {};
