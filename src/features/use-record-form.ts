import { useState } from 'preact/hooks';
import type { CaseRecord, NewChange, StorageTrouble } from '../device/open-vault.ts';
import type { Change } from '../domain/change.ts';
import { type Fields, isSameValue, type JsonValue } from '../domain/json-value.ts';
import type { Id } from '../domain/primitives.ts';
import type { FieldProblem, Refusal } from '../domain/refusal.ts';
import { ok, type Result } from '../domain/result.ts';
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
  /** What is wrong with a field, after the last try to save. */
  readonly problemOf: (field: string) => FieldProblem | undefined;
  readonly refusal: Refusal | StorageTrouble | undefined;
  /** Saves a create, or an edit of the fields that differ; `ok(undefined)` when nothing differs. */
  readonly save: (comment?: string) => Promise<Result<Change | undefined, Refusal | StorageTrouble>>;
  /** Throws the draft away and starts from the record again. */
  readonly startOver: () => void;
};

type Draft = {
  readonly recordId: Id;
  readonly seenVersion: number;
  readonly base: Fields;
  readonly values: Fields;
};

export function useRecordForm(options: {
  readonly draftKey: string;
  readonly kind: string;
  /** The record to correct; absent when a new one is made. */
  readonly existing?: CaseRecord | undefined;
  /** Values that a new record starts with. */
  readonly initial?: Fields | undefined;
}): RecordForm {
  const { vault, newId } = useSession();
  const { draftKey, kind, existing } = options;
  const [opened] = useState(() => findUsableDraft());
  const [draft, setDraft] = useState<Draft>(() => opened ?? startDraft());
  const [isDirty, setIsDirty] = useState(opened !== undefined);
  const [refusal, setRefusal] = useState<Refusal | StorageTrouble | undefined>(undefined);

  function startDraft(): Draft {
    if (existing === undefined) return { recordId: newId(), seenVersion: 0, base: {}, values: options.initial ?? {} };
    const { id, version, fields } = existing.record;
    return { recordId: id, seenVersion: version, base: fields, values: fields };
  }

  /** A draft of a new record that was saved just before a crash is of no more use. */
  function findUsableDraft(): Draft | undefined {
    const found = vault.drafts.find(draftKey) as Draft | undefined;
    const isSpent = existing === undefined && found !== undefined && vault.caseload.find(found.recordId) !== undefined;
    return isSpent ? undefined : found;
  }

  function setMany(changed: Readonly<Record<string, JsonValue | undefined>>): void {
    setDraft((current) => {
      const values: Record<string, JsonValue> = { ...current.values };
      for (const [field, value] of Object.entries(changed)) {
        if (value === undefined) delete values[field];
        else values[field] = value;
      }
      const next = { ...current, values };
      vault.drafts.save(draftKey, next);
      return next;
    });
    setIsDirty(true);
  }

  async function save(comment?: string): Promise<Result<Change | undefined, Refusal | StorageTrouble>> {
    const change = draftToChange(draft, kind, existing !== undefined, comment);
    const saved = change === undefined ? ok(undefined) : await vault.saveChange(change);
    setRefusal(saved.ok ? undefined : saved.error);
    if (saved.ok) await vault.drafts.discard(draftKey);
    return saved;
  }

  const problems = refusal?.type === 'FieldsRefused' ? refusal.problems : [];
  return {
    recordId: draft.recordId,
    values: draft.values,
    isDirty,
    isResumed: opened !== undefined,
    set: (field, value) => setMany({ [field]: value }),
    setMany,
    problemOf: (field) => problems.find((problem) => problem.field === field),
    refusal,
    save,
    startOver() {
      void vault.drafts.discard(draftKey);
      setDraft(startDraft());
      setIsDirty(false);
      setRefusal(undefined);
    },
  };
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
  if (edits.length === 0) return undefined;
  return {
    type: 'edit',
    kind,
    recordId,
    seenVersion,
    fields: Object.fromEntries(edits),
    ...(comment !== undefined && { comment }),
  };
}
