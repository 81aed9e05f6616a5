import { useState } from 'preact/hooks';
import type { CaseRecord, NewChange, StorageTrouble } from '../device/open-vault.ts';
import type { Change } from '../domain/change.ts';
import { type Fields, isSameValue, type JsonValue } from '../domain/json-value.ts';
import type { Id } from '../domain/primitives.ts';
import type { FieldProblem, Refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { useSession } from './session.ts';

/**
 * A form over the fields of one record that is a draft from the first keystroke: closing, crashing or updating loses nothing, and
 * opening the form again goes on where the person stopped. The draft remembers what the person was looking at (`base`,
 * `seenVersion`), so a correction typed over three days still merges field by field.
 */
export type RecordForm = {
  readonly recordId: Id;
  readonly values: Fields;
  readonly isDirty: boolean;
  /** There was a draft when the form opened. */
  readonly isResumed: boolean;
  readonly set: (field: string, value: JsonValue | undefined) => void;
  readonly setMany: (values: Readonly<Record<string, JsonValue | undefined>>) => void;
  /** What was typed in a field and is no value yet ("31/2", "18o"): kept with the draft, and saving asks to mend it first. */
  readonly typedIn: (field: string) => string | undefined;
  readonly setTyped: (field: string, value: JsonValue | undefined, typed: string) => void;
  /** What the last try to save found wrong with a field that was not touched since. */
  readonly problemOf: (field: string) => FieldProblem | undefined;
  /** What is left of the refusal of that try. */
  readonly refusal: Refusal | StorageTrouble | undefined;
  /** That try: another one each time, as long as it was the last. */
  readonly failedTry: object | undefined;
  /** Saves a create, or an edit of the fields that differ; no change when nothing differs and there is no answer to send. */
  readonly save: (comment?: string) => Promise<Result<readonly Change[], Refusal | StorageTrouble>>;
  /** Says what is missing or wrong, as `save` would, and gives whether nothing is: before a person is asked anything about saving. */
  readonly isReady: (comment?: string) => boolean;
  /** Saves what the form makes of its values, several records in one save. */
  readonly saveAs: (
    toChanges: (recordId: Id, values: Fields) => readonly NewChange[],
  ) => Promise<Result<readonly Change[], Refusal | StorageTrouble>>;
  /** Throws the draft away and starts from the record again. */
  readonly startOver: () => void;
};

type Draft = {
  readonly recordId: Id;
  readonly seenVersion: number;
  readonly base: Fields;
  readonly values: Fields;
  /** By field: text that could not be read. */
  readonly typed?: Readonly<Record<string, string>>;
};

export function useRecordForm(options: {
  readonly draftKey: string;
  readonly kind: string;
  /** The record to correct; absent when a new one is made. */
  readonly existing?: CaseRecord | undefined;
  /** Values that the form starts with; in a correction they go before those of the record. */
  readonly initial?: Fields | undefined;
  /** Leaves out on saving what says nothing, such as a row that was never filled; the draft keeps it. */
  readonly tidy?: (values: Fields) => Fields;
  /** Small records that come with the save of this one, all in one. `base` is the record as the person saw it, `values` all that the form holds. */
  readonly beside?: (recordId: Id, base: Fields, values: Fields) => readonly NewChange[];
}): RecordForm {
  const { vault, newId } = useSession();
  const { draftKey, kind, existing } = options;
  const [opened] = useState(() => findUsableDraft());
  const [draft, setDraft] = useState<Draft>(() => opened ?? startDraft());
  const [isDirty, setIsDirty] = useState(opened !== undefined);
  const [isResumed, setIsResumed] = useState(opened !== undefined);
  const [refused, setRefused] = useState<Refused | undefined>(undefined);

  function startDraft(): Draft {
    if (existing === undefined) return { recordId: newId(), seenVersion: 0, base: {}, values: options.initial ?? {} };
    const { id, version, fields } = existing.record;
    return { recordId: id, seenVersion: version, base: fields, values: { ...fields, ...options.initial } };
  }

  /** A draft of a new record that was saved just before a crash is of no more use. */
  function findUsableDraft(): Draft | undefined {
    const found = vault.drafts.find(draftKey) as Draft | undefined;
    const isSpent = existing === undefined && found !== undefined && vault.caseload.find(found.recordId) !== undefined;
    return isSpent ? undefined : found;
  }

  function write(
    changed: Readonly<Record<string, JsonValue | undefined>>,
    unread: Readonly<Record<string, string>>,
  ): void {
    setDraft((current) => {
      const values: Record<string, JsonValue> = { ...current.values };
      const typed: Record<string, string> = { ...current.typed };
      for (const [field, value] of Object.entries(changed)) {
        if (value === undefined) delete values[field];
        else values[field] = value;
        delete typed[field];
      }
      const next = { ...current, values, typed: { ...typed, ...unread } };
      vault.drafts.save(draftKey, next);
      return next;
    });
    setIsDirty(true);
  }

  const setMany = (changed: Readonly<Record<string, JsonValue | undefined>>): void => write(changed, {});

  async function finish<Saved>(
    write: () => Promise<Result<Saved, Refusal | StorageTrouble>>,
  ): Promise<Result<Saved, Refusal | StorageTrouble>> {
    const unread = findUnread(draft);
    const saved = unread === undefined ? await write() : err(unread);
    setRefused(saved.ok ? undefined : { refusal: saved.error, draft });
    if (saved.ok) await vault.drafts.discard(draftKey);
    return saved;
  }

  function changesToSave(comment: string | undefined): readonly NewChange[] {
    const values = options.tidy?.(draft.values) ?? draft.values;
    const change = draftToChange({ ...draft, values }, kind, existing !== undefined, comment);
    if (change === undefined) return [];
    return [change, ...(options.beside?.(draft.recordId, draft.base, draft.values) ?? [])];
  }

  const save = (comment?: string): Promise<Result<readonly Change[], Refusal | StorageTrouble>> =>
    finish<readonly Change[]>(async () => {
      const changes = changesToSave(comment);
      return changes.length === 0 ? ok([]) : vault.saveChanges(changes);
    });

  function isReady(comment?: string): boolean {
    const found = findUnread(draft) ?? vault.findRefusal(changesToSave(comment));
    setRefused(found && { refusal: found, draft });
    return found === undefined;
  }

  const refusal = refused && stillWrong(refused, draft);
  const problems = refusal?.type === 'FieldsRefused' ? refusal.problems : [];
  return {
    recordId: draft.recordId,
    values: draft.values,
    isDirty,
    isResumed,
    set: (field, value) => setMany({ [field]: value }),
    setMany,
    typedIn: (field) => draft.typed?.[field],
    setTyped: (field, value, typed) =>
      write({ [field]: value }, value === undefined && typed.trim() !== '' ? { [field]: typed } : {}),
    problemOf: (field) => problems.find((problem) => problem.field === field),
    refusal,
    failedTry: refused,
    save,
    isReady,
    saveAs: (toChanges) => finish(() => vault.saveChanges(toChanges(draft.recordId, draft.values))),
    startOver() {
      void vault.drafts.discard(draftKey);
      setDraft(startDraft());
      setIsDirty(false);
      setIsResumed(false);
      setRefused(undefined);
    },
  };
}

/** A try to save that failed, and what the form held then. */
type Refused = { readonly refusal: Refusal | StorageTrouble; readonly draft: Pick<Draft, 'values' | 'typed'> };

/** What is left of it: of a field that was written anew, or whose counterpart was, only the next try knows whether it is right. */
export function stillWrong(
  { refusal, draft }: Refused,
  now: Pick<Draft, 'values' | 'typed'>,
): Refusal | StorageTrouble | undefined {
  if (refusal.type !== 'FieldsRefused') return refusal;
  const isUntouched = (field: string | undefined): boolean =>
    field === undefined ||
    (isSameValue(draft.values[field], now.values[field]) && draft.typed?.[field] === now.typed?.[field]);
  const problems = refusal.problems.filter(({ field, other }) => isUntouched(field) && isUntouched(other));
  return problems.length === 0 ? undefined : { ...refusal, problems };
}

/** Leaving out what a person wrote without a word would lose it. */
function findUnread({ typed }: Draft): Refusal | undefined {
  const problems = Object.keys(typed ?? {}).map((field): FieldProblem => ({ field, rule: 'ValueInvalid' }));
  return problems.length === 0 ? undefined : { type: 'FieldsRefused', problems };
}

function draftToChange(
  draft: Draft,
  kind: string,
  isCorrection: boolean,
  comment: string | undefined,
): NewChange | undefined {
  const { recordId, base, values, seenVersion } = draft;
  if (!isCorrection) return { type: 'create', kind, recordId, fields: { ...values } };
  const names = new Set([...Object.keys(base), ...Object.keys(values)]);
  const edits = [...names]
    .filter((name) => !isSameValue(base[name], values[name]))
    .map((name) => [name, { from: base[name] ?? null, to: values[name] ?? null }] as const);
  if (edits.length === 0) {
    const [name] = Object.keys(values);
    if (comment === undefined || name === undefined) return undefined;
    // "All was right": an answer alone sends the record back too, on an edit that changes nothing.
    edits.push([name, { from: values[name] ?? null, to: values[name] ?? null }]);
  }
  return {
    type: 'edit',
    kind,
    recordId,
    seenVersion,
    fields: Object.fromEntries(edits),
    ...(comment !== undefined && { comment }),
  };
}
