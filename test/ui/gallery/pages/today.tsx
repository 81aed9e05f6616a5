import { Button } from '../../../../src/ui/Button.tsx';
import { Card } from '../../../../src/ui/Card.tsx';
import { CardRow } from '../../../../src/ui/CardRow.tsx';
import { Columns } from '../../../../src/ui/Columns.tsx';
import {
  clockIcon,
  contactIcon,
  peopleIcon,
  personIcon,
  placeIcon,
  refreshIcon,
  returnIcon,
  scanIcon,
} from '../../../../src/ui/icons.ts';
import { RowList } from '../../../../src/ui/RowList.tsx';
import { StateMark } from '../../../../src/ui/StateMark.tsx';
import { Tiles } from '../../../../src/ui/Tiles.tsx';
import { WorkerFrame } from '../frame.tsx';

const tiles = [
  { href: '#1', label: 'Contatto anonimo', icon: contactIcon },
  { href: '#2', label: 'Servizio a una persona', icon: personIcon },
  { href: '#3', label: 'Nuova persona', icon: peopleIcon },
  { href: '#4', label: 'Leggi tessera', icon: scanIcon },
];

const here = <StateMark tone="wait" label="salvato qui" />;
const there = <StateMark tone="ok" label="sul server" />;

/** Picture 2. */
export function TodayPage() {
  return (
    <WorkerFrame current="Oggi" title="Buon pomeriggio, Marta" subtitle="lunedì 23 novembre · Unità mobile 2">
      <Tiles label="Che cosa vuoi fare" tiles={tiles} />
      <Columns
        main={
          <Card flat title="Oggi" aside="12 servizi · 9 persone">
            <RowList footer={<a href="#tutti">Tutti i miei servizi</a>}>
              <CardRow
                time="17:38"
                href="#a"
                title="Contatto anonimo"
                aside="3 persone"
                subtitle="Primo contatto, mediazione · Piazza Caricamento · wolof"
                mark={here}
              />
              <CardRow
                time="17:20"
                href="#b"
                title="Amina D."
                subtitle="Orientamento ai servizi · Piazza Caricamento"
                mark={here}
              />
              <CardRow
                time="16:55"
                href="#c"
                title="Famiglia Haddad"
                aside="4 persone"
                subtitle="Accompagnamento ai servizi · Sportello Via Turati"
                mark={there}
              />
              <CardRow
                time="15:10"
                href="#d"
                title="Ousmane C."
                subtitle="Mediazione immobiliare · telefono"
                mark={there}
              />
            </RowList>
          </Card>
        }
        side={
          <>
            <Card eyebrow="Ultima tappa">
              <RowList inset label="Ultima tappa">
                <CardRow icon={placeIcon} title="Piazza Caricamento" subtitle="unità mobile · con Youssef" />
              </RowList>
              <Button variant="ghost" wide icon={refreshIcon}>
                Ripeti
              </Button>
            </Card>
            <Card flat title="Per te">
              <RowList>
                <CardRow
                  icon={returnIcon}
                  href="#r"
                  title="Tornato da Lucia"
                  subtitle="«Manca la data di ingresso» · Inserimento di Ousmane C."
                />
                <CardRow icon={clockIcon} href="#s" title="Scade oggi" subtitle="Esito dell’invio al CPIA · Fatou N." />
                <CardRow icon={clockIcon} href="#t" title="Giovedì" subtitle="Verifica mensile · Via Prè 14" />
              </RowList>
            </Card>
          </>
        }
      />
    </WorkerFrame>
  );
}
