/** What of a `SpeechSynthesisVoice` decides. */
type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/**
 * The voice that reads a language: one of this device before one that needs the network, and none of those without a network. Android
 * writes `ar_EG` where others write `ar-EG`.
 */
export function findVoice<Known extends Voice>(
  voices: readonly Known[],
  tag: string,
  isOnline: boolean,
): Known | undefined {
  const speaking = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === tag);
  const [first] = speaking.filter((voice) => voice.localService || isOnline).sort((a, b) => rankOf(b) - rankOf(a));
  return first;
}

const rankOf = ({ localService, default: isDefault }: Voice): number => Number(localService) * 2 + Number(isDefault);
