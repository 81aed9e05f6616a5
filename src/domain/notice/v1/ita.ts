import type { NoticeText } from '../notice-text.ts';

export const text: NoticeText = {
  version: 'v1',
  language: 'ita',
  title: 'Che cosa scriviamo di te, e perché',
  sections: [
    {
      heading: 'Chi',
      text: 'Il titolare dei dati è la città di {city}, nella rete LGNet. Li legge chi lavora con te in questa città. Salute, violenza e documenti sono più protetti: li apre solo chi ne ha bisogno. Fuori di qui vanno solo numeri, o dati senza nomi.',
    },
    {
      heading: 'Perché',
      text: 'Scriviamo come ti chiami, che lingue parli, come ti troviamo e che cosa facciamo insieme. Serve per aiutarti con i servizi e la casa, e per rendere conto del progetto, pagato anche dall’Unione europea. È un compito pubblico previsto dalla legge (GDPR, articoli 6.1.e e 9.2.g): per questo non ti chiediamo il consenso. Te lo chiediamo solo per foto e storie.',
    },
    {
      heading: 'Per quanto tempo',
      text: 'Per cinque anni, contati dal 31 dicembre dell’anno dell’ultimo pagamento del progetto (regolamento UE 2021/1060, articolo 82). Poi i dati si cancellano.',
    },
    {
      heading: 'I tuoi diritti',
      text: 'Puoi chiedere di vedere i tuoi dati, di correggerli, di limitarne l’uso, e puoi opporti. Se vuoi cancellarli prima di quella data, li chiudiamo e togliamo il tuo nome. Non devi rispondere a tutte le domande.',
    },
    {
      heading: 'A chi chiedere',
      text: 'A chi ti mostra questa pagina, o al responsabile della protezione dei dati della città di {city}. Puoi anche fare reclamo al Garante per la protezione dei dati personali: www.garanteprivacy.it',
    },
  ],
};
