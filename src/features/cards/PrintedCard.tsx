import { cardCodeToText } from '../../domain/card-code.ts';
import { QrImage } from '../../ui/QrImage.tsx';
import { useSession } from '../session.ts';

/** What is printed, as large as a bank card: the code, the city, and where to bring it. No name, and no word of why somebody has it. */
export function PrintedCard({ code }: { readonly code: string }) {
  const { words, municipalityName } = useSession();
  return (
    <section class="paper card-paper" aria-label={words.t('cards.asPrinted')}>
      <QrImage text={code} label={words.t('cards.qr')} />
      <div class="card-paper-words">
        <p class="card-paper-city">{words.t('cards.city', { city: municipalityName })}</p>
        <p class="card-paper-line">{words.t('cards.line')}</p>
        <p class="card-paper-code num" dir="ltr">
          {cardCodeToText(code)}
        </p>
      </div>
    </section>
  );
}
