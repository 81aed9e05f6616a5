// What `npm run shots` may be told, and the sentences for who told it something else.

import { parseArgs } from 'node:util';

export const ALBUM_NAMES = [
  'doors',
  'worker',
  'services',
  'offline',
  'trouble',
  'coordinator',
  'decisions',
  'mending',
  'people',
  'households',
  'attachments',
  'care',
  'months',
  'agenda',
  'events',
  'training',
  'privacy',
  'empty',
  'everywhere',
  'readme',
  'guest',
  'invitations',
  'roles',
  'rare',
] as const;
export type AlbumName = (typeof ALBUM_NAMES)[number];

export type ShotsOptions = {
  readonly out: string;
  readonly albums: readonly AlbumName[];
};

export type AskedFor =
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly sentence: string }
  | { readonly type: 'run'; readonly options: ShotsOptions };

export const HELP = `Usage: npm run shots -- [options]

Photographs every screen of the built app, for eyes: on the real server with the demonstration data in a temporary folder, in
a real browser. Sizes, languages, themes, and the empty, full, offline and trouble faces. Says which pages are wider than
their screen and which words are cut off, at 320 px, at 200 % and mirrored too; the album "everywhere" finds a page of
every address of the app and says which it did not find. About an hour; an album alone takes one to eight minutes.

  --only name    only one album of: ${ALBUM_NAMES.join(', ')} (may be repeated)
  --out folder   where the pictures go (default ./shots); pictures of before with the same name are replaced
  --help         this text
`;

export function readOptions(words: readonly string[]): AskedFor {
  const parsed = parseWords(words);
  if (typeof parsed === 'string') return { type: 'wrong', sentence: parsed };
  if (parsed.help === true) return { type: 'help' };
  const asked = parsed.only ?? [];
  const unknown = asked.find((name) => !ALBUM_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    return {
      type: 'wrong',
      sentence: `--only ${unknown}: there is no such album. There are: ${ALBUM_NAMES.join(', ')}.`,
    };
  }
  const out = parsed.out ?? './shots';
  if (out === '') return { type: 'wrong', sentence: '--out needs the name of a folder.' };
  return {
    type: 'run',
    options: { out, albums: ALBUM_NAMES.filter((name) => asked.length === 0 || asked.includes(name)) },
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        help: { type: 'boolean', short: 'h' },
        only: { type: 'string', multiple: true },
        out: { type: 'string' },
      },
    }).values;
  } catch (error) {
    // Node's own sentence names the option; everything else is a bug.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}
