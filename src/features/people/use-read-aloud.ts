import { useEffect, useRef, useState } from 'preact/hooks';
import { findVoice } from './find-voice.ts';

export type ReadAloud = {
  /** False where this browser has no voice for the language, or the voice just failed. */
  readonly hasVoice: boolean;
  /** Which of the texts is being read; undefined in silence. */
  readonly at: number | undefined;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Reads texts one after the other with the browser's own voice. Silent as soon as the screen goes or the language changes. */
export function useReadAloud(tag: string, texts: readonly string[]): ReadAloud {
  const voices = useVoices();
  const [at, setAt] = useState<number | undefined>(undefined);
  const [failedTag, setFailedTag] = useState<string | undefined>(undefined);
  // Chromium forgets to say that a text has ended when nobody keeps it (https://crbug.com/509488).
  const kept = useRef<readonly SpeechSynthesisUtterance[]>([]);
  const voice = findVoice(voices, tag, navigator.onLine);

  const stop = () => {
    kept.current = [];
    globalThis.speechSynthesis?.cancel();
    setAt(undefined);
  };
  useEffect(() => stop, [tag]);

  const start = () => {
    if (voice === undefined) return;
    stop();
    // One after the other: Chromium falls silent in the middle of a text that takes longer than fifteen seconds and is not local.
    const spoken = texts.map((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.onstart = () => isKept(utterance) && setAt(index);
      utterance.onend = () => isKept(utterance) && index === texts.length - 1 && setAt(undefined);
      utterance.onerror = () => {
        if (!isKept(utterance)) return;
        stop();
        setFailedTag(tag);
      };
      return utterance;
    });
    kept.current = spoken;
    setAt(0);
    for (const utterance of spoken) speechSynthesis.speak(utterance);
  };
  const isKept = (utterance: SpeechSynthesisUtterance) => kept.current.includes(utterance);

  return { hasVoice: voice !== undefined && failedTag !== tag, at, start, stop };
}

/** Browsers load their voices late and say so; some have none at all. */
function useVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState(() => globalThis.speechSynthesis?.getVoices() ?? []);
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis;
    const look = () => setVoices(synthesis.getVoices());
    synthesis?.addEventListener('voiceschanged', look);
    return () => synthesis?.removeEventListener('voiceschanged', look);
  }, []);
  return voices;
}
