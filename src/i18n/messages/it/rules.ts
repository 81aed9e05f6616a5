// What is wrong with one field, said beside it, and how to mend it: `rule.<code>`. The same words serve while one types
// and after the server's answer.
import type { RuleCode } from '../../../domain/rule-codes.ts';
import type { Message } from '../../message.ts';

export const rules = {
  'rule.ValueMissing': 'Questo valore serve. Scrivilo o sceglilo.',
  'rule.ValueInvalid': 'Questo valore non va bene. Controllalo.',
  'rule.ValueTooSmall': 'Il numero è troppo piccolo. Controllalo.',
  'rule.ValueTooBig': 'Il numero è troppo grande. Controllalo.',
  'rule.CodeUnknown': 'Questa scelta non è nell’elenco. Scegli di nuovo.',
  'rule.DateInvalid': 'Questo giorno non esiste. Scrivi la data così: 3/11/2026.',
  'rule.DateOutOfRange': 'L’anno non è possibile. Controlla la data.',
  'rule.TextEmpty': 'Il testo è vuoto. Scrivi qualcosa o lascia stare questo campo.',
  'rule.ValueTooLong': 'È troppo lungo. Accorcialo.',
  'rule.TextBroken': 'Il testo ha un carattere rotto. Cancellalo e riscrivilo.',
  'rule.TextHasControls': 'Il testo ha caratteri che non si vedono. Cancellalo e riscrivilo.',
  'rule.ListEmpty': 'Scegli almeno una voce.',
  'rule.ListHasTwice': 'La stessa voce c’è due volte. Togline una.',
  'rule.PhoneInvalid': 'Il numero di telefono non va bene. Scrivi solo le cifre, con + se serve.',
  'rule.EmailInvalid': 'L’indirizzo e-mail non va bene. Controlla la @ e il punto.',
  'rule.PointTooExact':
    'La posizione è troppo precisa: si scrive solo arrotondata a 100 metri. Toglila e aggiungila di nuovo.',
  'rule.LinkInvalid': 'Il sito non va bene. Deve iniziare con https://.',
  'rule.FieldUnknown': 'Questo campo non si conosce ancora. Aggiorna Taccuino e rimanda.',

  'rule.NoIdentifyingHint': 'Scrivi almeno un nome, un soprannome o un telefono, per ritrovare la persona.',
  'rule.BirthInFuture': 'La nascita è nel futuro. Controlla la data.',
  'rule.AgeOverLimit': 'Così la persona avrebbe più di 120 anni. Controlla la nascita.',
  'rule.BirthContradicts': 'Data di nascita, anno ed età non vanno d’accordo. Correggi quello sbagliato.',
  'rule.NoticeDateInFuture': 'L’informativa ha una data futura. Scrivi il giorno in cui l’hai consegnata.',

  'rule.WhoMissing': 'Manca per chi è il servizio. Scegli una persona o un contatto anonimo.',
  'rule.WhoTwice':
    'Un contatto di più persone non si collega a una persona sola. Correggi il numero, oppure togli la persona.',
  'rule.ServiceDateInFuture': 'Il servizio ha una data futura. Scrivi il giorno in cui l’hai fatto.',
  'rule.ServiceDateBeforeProject': 'La data viene prima dell’inizio del progetto (gennaio 2024). Controllala.',

  'rule.DateBeforeReferral': 'Questa data viene prima della segnalazione. Correggi una delle due.',
  'rule.DateBeforeAgreement': 'Questa data viene prima del patto. Correggi una delle due.',
  'rule.ExitBeforeEntry': 'L’uscita viene prima dell’ingresso. Correggi una delle due date.',
  'rule.ReferralDateInFuture': 'La segnalazione ha una data futura. Controllala.',
  'rule.AgreementDateInFuture': 'Il patto ha una data futura. Scrivi il giorno della firma.',
  'rule.EntryDateInFuture':
    'L’ingresso ha una data futura, ma la tappa dice che è già avvenuto. Correggi la data o la tappa.',
  'rule.ExitDateInFuture': 'L’uscita ha una data futura. Se è solo prevista, scrivila in «Uscita prevista».',
  'rule.StageNeedsEntryDate': 'Per questa tappa serve la data di ingresso. Scrivila.',
  'rule.StageNeedsExitDate': 'Per questa tappa serve la data di uscita. Scrivila.',
  'rule.StageNeedsExitOutcome': 'Per questa tappa serve l’esito dell’uscita. Sceglilo.',
  'rule.StageNeedsSituationAtExit':
    'Per questa tappa serve sapere dove vive ora la persona. Scegli una voce, anche «Non lo sa».',
  'rule.ExitNeedsExitStage': 'Questo campo vale solo dopo l’uscita. Cambia la tappa o svuota il campo.',
  'rule.StageMoveNeedsReason': 'La tappa salta o torna indietro. Scrivi perché.',
  'rule.PlacementOverlaps':
    'La persona ha già un altro inserimento in questo periodo. Chiudi quello o correggi le date.',

  'rule.EventDateBeforeProject': 'La data viene prima dell’inizio del progetto (gennaio 2024). Controllala.',
  'rule.HeldInFuture': 'L’evento è segnato come svolto, ma la data è futura. Correggi la data o lo stato.',
  'rule.EndBeforeStart': 'La fine viene prima dell’inizio. Correggi uno dei due orari.',
  'rule.ShiftTwice': 'Due turni hanno lo stesso nome. Cambiane uno.',
  'rule.ShiftEndBeforeStart': 'Un turno finisce prima di iniziare. Correggi gli orari.',
  'rule.ProgInvalid': 'Il codice PROG ha solo cifre, per esempio 993.',
  'rule.CupInvalid': 'Il codice CUP ha 15 caratteri, per esempio F81J24000000007.',
  'rule.AttendeeMissing': 'Manca chi è venuto. Scegli una persona, uno sconosciuto o un residente.',
  'rule.AttendeeTwice': 'La presenza è di una persona registrata o di qualcuno senza scheda, non di tutti e due.',
  'rule.CountOfKnownPerson': 'Una persona registrata conta uno. Il numero vale solo per chi non ha una scheda.',
  'rule.CountOfNickname': 'Un soprannome è di una persona sola. Togli il soprannome o scrivi 1.',
  'rule.EventLocked': 'Il periodo di questo evento è chiuso: le presenze non cambiano più. Parla con chi coordina.',
  'rule.EventCancelled': 'Questo evento è annullato, quindi non ha presenze. Se si è fatto, cambia prima il suo stato.',
  'rule.EventNotYet': 'L’evento non c’è ancora stato. Segna le presenze dal giorno dell’evento.',
  'rule.ShiftUnknown': 'L’evento non ha questo turno. Sceglilo di nuovo.',
  'rule.AlreadyPresent': 'Questa persona è già presente a questo evento, in questo turno. Conta una volta sola.',
  'rule.CardCodePrinted': 'Il codice di una tessera non cambia. Fai una tessera nuova.',
  'rule.FileFixed': 'Il file di un allegato non cambia. Aggiungi il file nuovo ed elimina questo allegato.',
  'rule.FilesTooMany': 'Ci sono già 20 allegati. Elimina quelli che non servono, poi aggiungi questo.',
  'rule.CardDateInFuture': 'La tessera ha una data futura. Correggi la data.',
  'rule.FeedbackEmpty': 'Rispondi almeno a una domanda.',
  'rule.FeedbackGiven': 'Una risposta data non si cambia. Toglila e scrivila di nuovo.',
  'rule.PersonalTrace':
    'Qui ci sono un numero, un’e-mail o un codice fiscale. Togli i dati delle persone: tutte le città leggono.',
  'rule.CertificatePrinted': 'Un attestato già fatto non si cambia. Ritiralo e fanne uno nuovo.',
  'rule.CertificateDateInFuture': 'La data di rilascio è nel futuro. Correggila.',
  'rule.CertificateTooFewHours': 'Le ore non bastano: serve almeno il 75% del corso.',
  'rule.FreeUntilBeforeFrom': 'L’alloggio finisce prima di iniziare. Correggi una delle due date.',
  'rule.AppointmentNotYet': 'L’appuntamento è segnato come passato, ma la data è futura. Correggi la data o lo stato.',

  'rule.CourseEndBeforeStart': 'La fine del corso viene prima dell’inizio. Correggi una delle due date.',
  'rule.CourseHeldInFuture': 'Il corso è segnato come svolto, ma finisce nel futuro. Correggi le date o lo stato.',
  'rule.CourseCancelled': 'Questo corso è annullato. Se si fa, cambia prima il suo stato.',
  'rule.AlreadyEnrolled': 'Questa persona è già iscritta al corso. Usa l’iscrizione che c’è.',
  'rule.SessionNotYet': 'L’incontro non c’è ancora stato. Segna le presenze dal giorno dell’incontro.',
  'rule.MinutesOverSession': 'La durata è più lunga dell’incontro. Scrivi al massimo i minuti dell’incontro.',
  'rule.AlreadyAtSession': 'Questa persona è già segnata a questo incontro. Conta una volta sola.',

  'rule.MonthInvalid': 'Questo mese non esiste. Sceglilo dall’elenco.',
  'rule.MonthInFuture': 'Questo mese non è ancora iniziato. Scegline uno già iniziato.',
  'rule.MonthBeforeEntry':
    'In questo mese la persona non abitava ancora lì. Scegli un altro mese o correggi la data di ingresso.',
  'rule.MonthAfterExit': 'In questo mese la persona era già uscita. Scegli un altro mese o correggi la data di uscita.',
  'rule.NotMovedIn': 'Nessuno abita ancora lì. Segna prima l’ingresso nell’inserimento.',
  'rule.MonthAlreadyWritten': 'Questo mese è già scritto. Correggi quello che c’è.',
  'rule.MeetingInFuture': 'L’incontro ha una data futura. Scrivi il giorno in cui c’è stato.',
  'rule.NoneAmongOthers': '«Nessun problema» non va insieme a un problema. Togline uno.',
} as const satisfies Record<`rule.${RuleCode}`, Message>;
