import { useState } from 'preact/hooks';
import { ActionBar } from '../../../../src/ui/ActionBar.tsx';
import { Button } from '../../../../src/ui/Button.tsx';
import { Card } from '../../../../src/ui/Card.tsx';
import { CardRow } from '../../../../src/ui/CardRow.tsx';
import { ChoiceChips } from '../../../../src/ui/ChoiceChips.tsx';
import { checkIcon, placeIcon } from '../../../../src/ui/icons.ts';
import { RowList } from '../../../../src/ui/RowList.tsx';
import { Stepper } from '../../../../src/ui/Stepper.tsx';
import { ToastRegion } from '../../../../src/ui/ToastRegion.tsx';
import { WorkerFrame } from '../frame.tsx';

const choicesOf = (...labels: string[]) => labels.map((label) => ({ value: label, label }));

/** Picture 3. */
export function ContactPage() {
  const [types, setTypes] = useState<string[]>(['Primo contatto', 'Mediazione']);
  const [count, setCount] = useState<number | undefined>(3);
  const [language, setLanguage] = useState<string | undefined>('wolof');
  const [isSaved, setIsSaved] = useState(false);
  return (
    <WorkerFrame task current="Oggi" title="Contatto anonimo" backLabel="Indietro" backHref="#oggi">
      <Card flat>
        <RowList label="Luogo e ora">
          <CardRow
            icon={placeIcon}
            title="Piazza Caricamento"
            subtitle="oggi 17:41 · unità mobile"
            mark={<a href="#cambia">Cambia</a>}
          />
        </RowList>
      </Card>
      <ChoiceChips
        label="Che cosa avete fatto?"
        many
        value={types}
        onInput={setTypes}
        choices={choicesOf('Primo contatto', 'Orientamento', 'Mediazione', 'Legale', 'Primo intervento')}
        rest={choicesOf('Casa', 'Corso di lingua', 'Salute')}
        moreLabel="Altro…"
      />
      <Stepper
        label="Quante persone?"
        value={count}
        onInput={setCount}
        min={1}
        max={99}
        lessLabel="Una persona in meno"
        moreLabel="Una persona in più"
      />
      <ChoiceChips
        label="Lingua"
        mark="(puoi saltare)"
        value={language}
        onInput={setLanguage}
        choices={choicesOf('wolof', 'francese', 'arabo', 'Non so')}
      />
      <ActionBar>
        <Button big icon={checkIcon} onClick={() => setIsSaved(true)}>
          Salva
        </Button>
      </ActionBar>
      <ToastRegion
        closeLabel="Chiudi"
        onClose={() => setIsSaved(false)}
        toasts={
          isSaved
            ? [
                {
                  id: '1',
                  text: 'Salvato su questo tablet',
                  action: { label: 'Annulla', onAct: () => setIsSaved(false) },
                },
              ]
            : []
        }
      />
    </WorkerFrame>
  );
}
