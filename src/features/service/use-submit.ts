import { useState } from 'preact/hooks';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { useSaved } from '../use-save.ts';

/**
 * Saves once however often the button is tapped, says so, and goes back to where the person came from. What was returned
 * (`mustChange`) stays open until there is a correction or an answer: it would come back as it was.
 */
export function useSubmit(
  form: RecordForm,
  fallback: string,
  { mustChange = false, onSaved }: { readonly mustChange?: boolean; readonly onSaved?: () => void } = {},
) {
  const { words, back, say } = useSession();
  const told = useSaved();
  const [isSaving, setIsSaving] = useState(false);

  async function submit(comment?: string): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const saved = await form.save(comment);
    setIsSaving(false);
    if (!saved.ok) return;
    const [first, ...others] = saved.value;
    if (first === undefined) {
      say({ text: words.t(mustChange ? 'record.nothingToSend' : 'record.unchanged') });
      if (mustChange) return;
    } else told(first, ...others);
    onSaved?.();
    back(fallback);
  }
  return { submit, isSaving };
}
