/**
 * A password that a coordinator reads out once, over the telephone if need be: five plain Italian words. Which ones is the random
 * bytes' choice, one byte a word and every word as likely as any other: 40 bits, each guess of which costs an Argon2id of 64 MiB.
 */
export const PASSPHRASE_BYTES = 5;

export const temporaryPassphrase = (randomBytes: Uint8Array): string =>
  [...randomBytes].map((byte) => PASSPHRASE_WORDS[byte]).join('-');

/** 256 words, one for each byte: short, known to who learns Italian, without accents, and none that sounds like another. */
export const PASSPHRASE_WORDS: readonly string[] = `
acqua aereo agosto albero albicocca alfabeto amico ancora anello angolo anguria antico aperto aprile arancia arco
armadio asino autobus autunno azzurro bagno balcone ballo bambola banana banco barca basilico bianco bicchiere bocca
borsa bosco bottiglia bottone braccio brodo bruno bussola calcio caldo calza camera camicia cammello campana campo
candela cane canto capello cappello carota carta casa castello cavallo ceci cena cerchio cervo chiave chiesa
chitarra cielo ciliegia cinema cipolla cocco colle coltello comodo conchiglia coniglio coperta corda corona cortile cotone
cravatta cucina cugino cuore cuscino delfino dente deserto destra dicembre disco dito divano doccia dolce domani
domenica donna elefante erba estate fagiolo falco famiglia farfalla farina favola febbraio felce ferro festa fiaba
fico filo finestra fiore fiume foglia fontana forchetta formica forno fragola fratello freddo frutta fumo fungo
gallo gamba gatto gelato gennaio ghiaccio giacca giallo giardino ginocchio giornale giovane giro giugno giusto gomito
gomma gonna grano grotta guanto inverno isola lago lampada lana latte lavagna legno leone lepre lettera
libro limone lingua litro luce luglio lumaca luna lupo maestra maggio maglia mandorla mano mare marmo
martello marzo matita mattina melone menta mercato miele minestra molo monte mora mulino muro museo musica
nastro nave neve nido nocciola nonno notte novembre numero nuvola occhio oliva ombra onda orecchio orologio
orso orto ottobre padella palazzo palla pane panino parco pasta patata pecora penna pepe pera pesca
piano piatto piazza piede pietra pino pioggia piscina pista piuma polvere pomodoro ponte porta prato quaderno
quercia radio ragazzo ramo rana riso rosa rosso sabato sabbia sale sapone scala scarpa sedia sole
`
  .trim()
  .split(/\s+/);
