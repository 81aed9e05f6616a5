// Why a whole change was not taken, and the way on: `refusal.<type>`. What is wrong with one field is in `rules.ts`.
import type { Refusal } from '../../../domain/refusal.ts';
import type { Message } from '../../message.ts';

export const refusals = {
  'refusal.ChangeMalformed': 'Il server non ha capito questa modifica. È ancora qui: aggiorna Taccuino e rimandala.',
  'refusal.DecisionFailed':
    'Il server ha avuto un guasto con questa modifica. È ancora qui: riprova più tardi e avvisa chi gestisce Taccuino.',
  'refusal.KindUnknown': 'Il server non conosce ancora questo tipo di scheda. È ancora qui: riprova più tardi.',
  'refusal.FieldsRefused': 'Il server non ha accettato alcuni valori. Correggili e rimanda.',
  'refusal.NotPermitted': 'Non hai il permesso per questa modifica. Chiedi a chi coordina.',
  'refusal.RecordUnknown': 'Il server non ha questa scheda. La modifica è ancora qui: riprova o chiedi a chi coordina.',
  'refusal.RecordExists': 'Il server ha già questa scheda. Controlla che non sia doppia.',
  'refusal.RecordRemoved': 'Questa scheda è stata eliminata. Se serve ancora, chiedi a chi coordina di ripristinarla.',
  'refusal.RecordMerged': 'Questa scheda è stata unita a un’altra. Fai la modifica sull’altra scheda.',
  'refusal.SubjectUnknown': 'Manca sul server la persona di questa scheda. Sistema prima la scheda della persona.',
  'refusal.ReviewNotAllowed': 'In questo stato la scheda non si può modificare così. Aprila e guarda a che punto è.',
  'refusal.ReviewOutdated': 'La scheda è cambiata dopo che l’hai aperta. Guarda le novità e decidi di nuovo.',
  'refusal.CommentMissing': 'Scrivi un commento, così chi riceve sa che cosa correggere.',
  'refusal.ConflictUnknown': 'Qualcuno ha scelto tra i due valori prima di te: la tua scelta è arrivata dopo.',
  'refusal.ResolveOutdated': 'Il valore è cambiato ancora. Guarda i due valori e scegli di nuovo.',
  'refusal.TooMany': 'Questa scheda ha troppi commenti o troppi valori diversi. Chiedi a chi coordina.',
  'refusal.ChangeIdReused':
    'Il server ha già una modifica con lo stesso numero ma diversa. La tua è ancora qui: chiedi a chi coordina.',
} as const satisfies Record<`refusal.${Refusal['type']}`, Message>;
