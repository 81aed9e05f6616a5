import { useState } from 'preact/hooks';

type TypedText<T> = {
  value: T | undefined;
  /** What was typed and is no value yet, such as a draft's half-written date. */
  typed?: string | undefined;
  valueToText: (value: T) => string;
  parse: (text: string) => T | undefined;
};

/**
 * The text of a field whose value is not text. While the text means the value, it stays as typed ("180" is not rewritten to
 * "180,00" under the fingers); when the value changes from outside, the text follows it.
 */
export function useTypedText<T>({ value, typed, valueToText, parse }: TypedText<T>) {
  const textOfValue = () => (value === undefined ? '' : valueToText(value));
  const [text, setText] = useState(() => (value === undefined ? (typed ?? '') : textOfValue()));
  const [isLeft, setIsLeft] = useState(true);
  const meant = parse(text);
  const shown = meant === value ? text : textOfValue();
  const isUnreadable = value === undefined && shown.trim() !== '';
  return {
    text: shown,
    /** There is text, it means nothing, and the person has gone on: time to say so. */
    isUnreadable: isUnreadable && isLeft,
    write: (next: string) => {
      setIsLeft(false);
      setText(next);
      return parse(next);
    },
    leave: () => {
      setIsLeft(true);
      if (value !== undefined) setText(textOfValue());
    },
  };
}
