// What a sentence is, and the one place that fills it in. Our own instead of ICU MessageFormat: the sentences need named
// parameters and one plural each, and the smallest kept-up parser weighs more than every sentence together.

/** A sentence, or one per plural category of its count `n`. `zero` is ours: said when `n` is 0 in any language. */
export type Message = string | PluralMessage;
type PluralMessage = { readonly zero?: string; readonly one: string; readonly many?: string; readonly other: string };

type ParamsOfText<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamsOfText<Rest>
  : never;
type TextsOf<M> = M extends string ? M : Extract<M[keyof M], string>;

/** The parameter names of a message, read from its literal type; a plural always needs its count `n`. */
export type ParamNames<M> = M extends string ? ParamsOfText<M> : 'n' | ParamsOfText<TextsOf<M>>;
export type ParamValue<Name> = Name extends 'n' ? number : string | number;

export type Formatting = {
  readonly plural: Intl.PluralRules;
  readonly formatNumber: (value: number) => string;
  /** The word before a value, with its space, as it is written before this value. */
  readonly wordBefore?: ((word: string, value: string) => string) | undefined;
};

/** Numbers are written the way of the language; a parameter nobody gave stays visible as `{name}`. */
export function formatMessage(
  message: Message,
  params: Readonly<Record<string, string | number>>,
  { plural, formatNumber, wordBefore }: Formatting,
): string {
  const text = typeof message === 'string' ? message : choosePlural(message, Number(params.n), plural);
  return text.replace(/(\p{L}+ )?\{(\w+)\}/gu, (asItIs, word: string | undefined, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return asItIs;
    const written = typeof value === 'number' ? formatNumber(value) : value;
    return (word === undefined ? '' : (wordBefore?.(word, written) ?? word)) + written;
  });
}

function choosePlural(message: PluralMessage, count: number, plural: Intl.PluralRules): string {
  if (count === 0 && message.zero !== undefined) return message.zero;
  const category = plural.select(count);
  if (category === 'one') return message.one;
  // Italian says "many" for round millions only ("un milione di …"); nothing here is counted so far.
  if (category === 'many' && message.many !== undefined) return message.many;
  return message.other;
}
