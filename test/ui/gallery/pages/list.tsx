import { useState } from 'preact/hooks';
import { Button } from '../../../../src/ui/Button.tsx';
import { Card } from '../../../../src/ui/Card.tsx';
import { CardRowBody } from '../../../../src/ui/CardRow.tsx';
import { StateMark } from '../../../../src/ui/StateMark.tsx';
import { VirtualList } from '../../../../src/ui/VirtualList.tsx';
import { WorkerFrame } from '../frame.tsx';

// Every seventh row is taller, so that estimates are wrong somewhere.
const people = Array.from({ length: 10_000 }, (_, index) => ({
  id: `p${index}`,
  name: `Persona ${index + 1}`,
  detail:
    index % 7 === 0
      ? 'uomo · 1994 · Senegal · wolof, francese, arabo, inglese · soprannome «Ous» · '.repeat(3)
      : 'donna · 1988',
}));

/** Ten thousand rows. */
export function ListPage() {
  const [isShown, setIsShown] = useState(true);
  return (
    <WorkerFrame
      current="Persone"
      title="Persone"
      extras={
        <Button variant="quiet" onClick={() => setIsShown(!isShown)}>
          Cambia
        </Button>
      }
    >
      {isShown ? (
        <Card flat title="Persone" aside="10.000">
          <VirtualList
            label="Persone"
            items={people}
            keyOf={(person) => person.id}
            estimatePx={60}
            restoreKey="people"
            row={(person) => (
              <CardRowBody
                title={person.name}
                subtitle={person.detail}
                href={`#${person.id}`}
                mark={<StateMark tone="ok" label="sul server" />}
              />
            )}
          />
        </Card>
      ) : (
        <p>Altra pagina</p>
      )}
    </WorkerFrame>
  );
}
