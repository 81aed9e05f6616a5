import { useState } from 'preact/hooks';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { useSaved } from '../use-save.ts';

/** Saves once however often the button is tapped, says so, and goes back to where the person came from. */
export function useSubmit(form: RecordForm, fallback: string, onSaved?: () => void) {
  const { back } = useSession();
  const told = useSaved();
  const [isSaving, setIsSaving] = useState(false);

  async function submit(comment?: string): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const saved = await form.save(comment);
    setIsSaving(false);
    if (!saved.ok) return;
    onSaved?.();
    if (saved.value !== undefined) told(saved.value);
    back(fallback);
  }
  return { submit, isSaving };
}
