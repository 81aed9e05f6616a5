import { Button } from '../../../../src/ui/Button.tsx';
import { Card } from '../../../../src/ui/Card.tsx';
import { CardRow } from '../../../../src/ui/CardRow.tsx';
import { Columns } from '../../../../src/ui/Columns.tsx';
import { FactList } from '../../../../src/ui/FactList.tsx';
import { lockIcon, plusIcon, returnIcon } from '../../../../src/ui/icons.ts';
import { LinkButton } from '../../../../src/ui/LinkButton.tsx';
import { Note } from '../../../../src/ui/Note.tsx';
import { RowList } from '../../../../src/ui/RowList.tsx';
import { StateMark } from '../../../../src/ui/StateMark.tsx';
import { StatePill } from '../../../../src/ui/StatePill.tsx';
import { Stations } from '../../../../src/ui/Stations.tsx';
import { WorkerFrame } from '../frame.tsx';

const stations = ['Segnalato', 'Valutato', 'Patto firmato', 'Ricerca', 'Inserito', 'Accomp.', 'Uscita'].map(
  (label, index) => ({
    label,
    state: index < 4 ? ('done' as const) : index === 4 ? ('now' as const) : ('next' as const),
  }),
);

/** Picture 4. */
export function PersonPage() {
  return (
    <WorkerFrame
      current="Persone"
      title="Ousmane C."
      subtitle="uomo · 1994 · Senegal · wolof, francese · soprannome «Ous»"
      backLabel="Torna alle persone"
      backHref="#persone"
      state={<StatePill tone="wait" label="7 salvati qui, da inviare" shortLabel="7" href="#dati" />}
      banner={
        <Note tone="stop" icon={returnIcon} action={<Button variant="stop">Correggi</Button>}>
          <strong>Lucia chiede una correzione</strong> all’inserimento in Via Prè 14: «Manca la data di ingresso».
        </Note>
      }
    >
      <Columns
        main={
          <>
            <Card title="Percorso abitativo" aside="dal 4 marzo · 264 giorni" asideAtEnd>
              <Stations label="Tappe" stations={stations} words={{ done: 'fatto', now: 'adesso', next: 'poi' }} />
              <RowList inset label="Inserimento in corso">
                <CardRow
                  title="Via Prè 14, int. 3"
                  aside="co-housing"
                  subtitle="4 posti, 3 occupati · contributo 180 € al mese"
                  mark={<Button variant="ghost">Prossimo passo</Button>}
                />
              </RowList>
            </Card>
            <Card flat title="Storia">
              <RowList>
                <CardRow
                  time="oggi"
                  href="#1"
                  title="Mediazione immobiliare"
                  subtitle="telefono · 20 min · Marta R."
                  mark={<StateMark tone="wait" label="salvato qui" />}
                />
                <CardRow
                  time="18/11"
                  href="#2"
                  title="Supporto legale"
                  subtitle="sportello · Avv. Ferri"
                  mark={<StateMark tone="ok" label="sul server" />}
                />
                <CardRow
                  time="04/11"
                  href="#3"
                  title="Corso di lingua · A2"
                  subtitle="12 presenze su 14"
                  mark={<StateMark tone="stop" label="tornato" />}
                />
              </RowList>
            </Card>
          </>
        }
        side={
          <>
            <LinkButton big icon={plusIcon} href="#servizio">
              Registra un servizio
            </LinkButton>
            <Card title="Scheda">
              <FactList
                facts={[
                  { label: 'Nascita', value: '1994 (anno)' },
                  { label: 'Telefono', value: '333 ··· ·218' },
                  { label: 'Nucleo', value: 'solo' },
                  { label: 'Informativa', value: 'wolof*, 4 mar, v2' },
                ]}
              />
              <Button variant="quiet" wide icon={lockIcon} name="Mostra il soggiorno">
                Mostra il soggiorno
              </Button>
            </Card>
          </>
        }
      />
    </WorkerFrame>
  );
}
