/**
 * Names in plain Latin letters, for comparing only and never for showing. It serves the scripts that the people of the network
 * write: Arabic (with Persian, Urdu and Pashto letters), Cyrillic, Greek, Georgian, Ethiopic and the Brahmic scripts of South Asia.
 * Chinese and other scripts stay as they are and find themselves. General libraries for this weigh 55 to 220 kB compressed.
 */
export function transliterate(text: string): string {
  if (/^[a-z -]*$/i.test(text)) return text.toLowerCase();
  // Brahmic vowel signs are marks, so the scripts are turned into letters before all other marks go.
  const latin = Array.from(text.normalize('NFKC').toLowerCase(), latinOf).join('');
  return Array.from(latin.normalize('NFKD').replaceAll(/\p{M}/gu, ''), (letter) => LETTERS.get(letter) ?? letter).join(
    '',
  );
}

function latinOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x300) return letter;
  if (code >= 0x900 && code < 0xd80) return BRAHMIC[code & 0x7f] ?? letter;
  if (code >= 0x1200 && code < 0x1358)
    return (ETHIOPIC[(code - 0x1200) >> 3] ?? '') + (ETHIOPIC_VOWELS[code & 7] ?? '');
  return LETTERS.get(letter) ?? letter;
}

const pairs = (text: string): (readonly [string, string])[] =>
  text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)] as const);

const LETTERS: ReadonlyMap<string, string> = new Map([
  // Latin letters that do not fall apart into a letter and a mark.
  ...pairs("ßss æae œoe øo đd ðd þth łl ıi ŋn ɓb ɗd ƙk ƴy ɛe ɔo əa ʼ ʻ ’ ‘ ` ´ '"),
  // Arabic. Hamza and a final ta marbuta have no sound of their own in the way names are spelled in Latin letters.
  ...pairs(
    'اa أa إi آa ٱa ىa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عʕ غgh فf قq كk لl مm نn هh وw يy ة ء ؤu ئi ـ',
  ),
  ...pairs('پp چch ژz گg کk یي ےe ٹt ڈd ڑr ںn ھh ہh ۂh ۃ ڤv ټt ډd ړr ښsh ڼn ېe ۍi ځz څts ږzh ەa ۆo ێe ڵl ڕr'),
  ...pairs(
    'аa бb вv гg ґg дd еe ёyo єye жzh зz иi іi їyi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsh ъ ыi ь эe юyu яya',
  ),
  ...pairs('јj љlj њnj ћc ђdj џdz ўu ѓg ќk ѕdz қk ғg ңn өo ұu үu һh әa'),
  ...pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υi φf χkh ψps ωo'),
  ...pairs(
    'აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh',
  ),
]);

/** The Brahmic blocks of Unicode (Devanagari to Malayalam) share one layout of 128 places, inherited from ISCII. */
const BRAHMIC: readonly string[] = brahmicLayout();

function brahmicLayout(): string[] {
  const places: string[] = Array.from({ length: 128 }, () => '');
  const fill = (from: number, letters: string) => {
    for (const [index, latin] of letters.split(' ').entries()) places[from + index] = latin;
  };
  fill(0x01, 'n n h');
  fill(0x05, 'a a i i u u r l e e e ai o o o au');
  fill(0x15, 'k kh g gh n ch ch j jh n t th d dh n t th d dh n n p f b bh m y r r l l l v sh sh s h');
  fill(0x3e, 'a i i u u r r e e e ai o o o au');
  fill(0x58, 'k kh g z r rh f y');
  // Gurmukhi only: tippi, a nasal.
  fill(0x70, 'n');
  return places;
}

/** Ethiopic syllables stand in rows of eight: one row a consonant, one column a vowel. */
const ETHIOPIC = 'h l h m s r s sh q q qh qh b v t ch h h n n  k k kh kh w  z zh y d d j g g g t ch p ts ts f p'.split(
  ' ',
);
const ETHIOPIC_VOWELS = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];
