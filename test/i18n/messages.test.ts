import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/i18n/message.ts';
import { en } from '../../src/i18n/messages/en.ts';
import { it } from '../../src/i18n/messages/it.ts';

type Area = Record<string, Record<string, Message>>;
const italianAreas = import.meta.glob<Area>('../../src/i18n/messages/it/*.ts', { eager: true });
const englishAreas = import.meta.glob<Area>('../../src/i18n/messages/en/*.ts', { eager: true });

const keysOf = (areas: Record<string, Area>) =>
  Object.values(areas).flatMap((area) => Object.values(area).flatMap(Object.keys));
const textsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const paramsOf = (message: Message) =>
  [...new Set(textsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

const italian: Record<string, Message> = it;
const english: Record<string, Message> = en;

test.each([
  ['it', italianAreas, it],
  ['en', englishAreas, en],
] as const)('every key of the area files of %s is merged, and lives in one area only', (_locale, areas, merged) => {
  const keys = keysOf(areas);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(Object.keys(merged).sort()).toEqual(keys.sort());
});

test('English has the keys of Italian, with the same parameters and plurals', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(italian).sort());
  for (const [key, message] of Object.entries(italian)) {
    const translation = english[key] ?? '';
    expect(paramsOf(translation), key).toEqual(paramsOf(message));
    expect(typeof translation, key).toBe(typeof message);
  }
});

const sentences = [...Object.entries(italian), ...Object.entries(english)].flatMap(([key, message]) =>
  textsOf(message).map((text) => ({ key, text })),
);

test('no sentence is empty or has a straight apostrophe or three dots', () => {
  for (const { key, text } of sentences) {
    expect(text.trim(), key).toBe(text);
    expect(text, key).not.toBe('');
    expect(text, key).not.toMatch(/'|\.\.\./);
  }
});

// Words of ours that nobody at a one-stop shop says. When this fails, say the fact instead: "salvato qui", "da sistemare".
const JARGON =
  /\b(sync\w*|sincron\w*|outbox|conflitt\w*|conflict\w*|cache\w*|token\w*|payload|backend|database|vault|hash\w*|json|uuid|api|log ?out|escrow|segment[io]?|cifrat\w*|upload\w*|download\w*|offline|bug)\b/i;

test('each language has its own quotation marks, and nothing outside of the sentences brings others along', () => {
  const entriesWith = (messages: Record<string, Message>, marks: RegExp) =>
    Object.entries(messages).filter(([, message]) => textsOf(message).some((text) => marks.test(text)));
  expect(entriesWith(italian, /[“”]/)).toEqual([]);
  expect(entriesWith(english, /[«»]/)).toEqual([]);
  const sources = import.meta.glob<string>('../../src/{app,features,ui}/**/*.{ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const isCode = (line: string) => !/^\s*(\*|\/)/.test(line);
  const lines = Object.values(sources).flatMap((source) => source.split('\n').filter(isCode));
  expect(lines.length).toBeGreaterThan(10_000);
  expect(lines.filter((line) => /[«»]/.test(line))).toEqual([]);
});

test('no sentence uses a word of the makers', () => {
  expect(sentences.filter(({ text }) => JARGON.test(text))).toEqual([]);
});

test('Italian says destinatario, not beneficiario or utente, and speaks with tu', () => {
  const offenders = Object.entries(italian).filter(([, message]) =>
    textsOf(message).some((text) =>
      /beneficiar|\butent[ei]\b|\b(inserisca|selezioni|prema|clicchi|riprovi)\b/i.test(text),
    ),
  );
  expect(offenders).toEqual([]);
});

describe('the word lists above can fail', () => {
  test.each(['Sincronizzazione in corso', 'Un conflitto', 'Token scaduto', 'Sync…'])('%s', (text) => {
    expect(JARGON.test(text)).toBe(true);
  });
});
