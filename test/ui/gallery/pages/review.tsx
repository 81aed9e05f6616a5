import { useState } from 'preact/hooks';
import { ActionBar } from '../../../../src/ui/ActionBar.tsx';
import { Button } from '../../../../src/ui/Button.tsx';
import { Card } from '../../../../src/ui/Card.tsx';
import { Diff } from '../../../../src/ui/Diff.tsx';
import { FilterChips } from '../../../../src/ui/FilterChips.tsx';
import { Form } from '../../../../src/ui/Form.tsx';
import { checkIcon, returnIcon } from '../../../../src/ui/icons.ts';
import { Note } from '../../../../src/ui/Note.tsx';
import { QueueRow } from '../../../../src/ui/QueueRow.tsx';
import { SplitPane } from '../../../../src/ui/SplitPane.tsx';
import { TextArea } from '../../../../src/ui/TextArea.tsx';
import { TextButton } from '../../../../src/ui/TextButton.tsx';
import { ToastRegion } from '../../../../src/ui/ToastRegion.tsx';
import { VirtualList } from '../../../../src/ui/VirtualList.tsx';
import { CoordinatorFrame } from '../frame.tsx';

const queue = Array.from({ length: 60 }, (_, index) => ({
  id: `r${index}`,
  title: index % 2 === 0 ? `Inserimento · Ousmane C. ${index}` : `Servizio · Amina D. ${index}`,
  subtitle: 'Marta R. · corretto dopo il tuo commento',
  time: '17:44',
}));

const filters = [
  { value: 'all', label: 'Tutto', count: '18' },
  { value: 'home', label: 'Abitare', count: '5' },
  { value: 'service', label: 'Servizi', count: '11' },
  { value: 'person', label: 'Persone', count: '2' },
];

/** Picture 5. */
export function ReviewPage() {
  const [filter, setFilter] = useState('all');
  const [open, setOpen] = useState<string | undefined>('r0');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<'list' | 'detail'>(location.hash === '#detail' ? 'detail' : 'list');
  const [isTold, setIsTold] = useState(false);
  const [isReturning, setIsReturning] = useState(false);
  const [comment, setComment] = useState('');
  const tick = (id: string, isOn: boolean) => {
    const next = new Set(ticked);
    if (isOn) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <CoordinatorFrame current="Da validare" title="Da validare" subtitle="18 · la più vecchia di 6 giorni" flush>
      <SplitPane
        listLabel="Coda"
        detailLabel="Scheda aperta"
        shown={shown}
        backLabel="Torna alla coda"
        onBack={() => setShown('list')}
        filters={<FilterChips label="Mostra" filters={filters} value={filter} onInput={setFilter} />}
        list={
          <VirtualList
            label="Da validare"
            items={queue}
            keyOf={(entry) => entry.id}
            estimatePx={74}
            restoreKey="queue"
            row={(entry) => (
              <QueueRow
                title={entry.title}
                subtitle={entry.subtitle}
                time={entry.time}
                current={entry.id === open}
                onOpen={() => {
                  setOpen(entry.id);
                  setShown('detail');
                }}
                checked={ticked.has(entry.id)}
                onCheck={(isOn) => tick(entry.id, isOn)}
                checkLabel={`Scegli ${entry.title}`}
              />
            )}
          />
        }
        many={
          ticked.size > 0 && (
            <>
              <Button variant="ok" wide icon={checkIcon} onClick={() => setIsTold(true)}>
                Valida {ticked.size} schede
              </Button>
              <div class="split-choose">
                <TextButton onClick={() => setTicked(new Set(queue.map(({ id }) => id)))}>Scegli tutte e 60</TextButton>
                <TextButton onClick={() => setTicked(new Set())}>Togli la scelta</TextButton>
              </div>
            </>
          )
        }
        detail={
          <>
            <div>
              <p class="eyebrow">Inserimento abitativo · versione 4</p>
              <h2>Ousmane C. · Via Prè 14</h2>
            </div>
            <Note tone="off" icon={returnIcon}>
              <strong>Il tuo commento, 12:10:</strong> «Manca la data di ingresso».
            </Note>
            <Card title="Che cosa è cambiato">
              <Diff
                caption="Che cosa è cambiato"
                words={{ before: 'prima', after: 'ora' }}
                rows={[
                  { label: 'Data di ingresso', before: 'mancante', after: '15 novembre 2026' },
                  { label: 'Contributo mensile', before: '150,00 €', after: '180,00 €' },
                  { label: 'Situazione all’ingresso', after: 'Dormitorio / accoglienza notturna', note: '(ETHOS 2.1)' },
                  { label: 'Fase', after: 'Inserito' },
                ]}
              />
            </Card>
            {isReturning && (
              <Card>
                <Form startAt="textarea" onSubmit={() => setIsReturning(false)}>
                  <TextArea
                    label="Commento"
                    hint="Che cosa manca, in una frase."
                    value={comment}
                    onInput={setComment}
                    required
                  />
                </Form>
              </Card>
            )}
            <ActionBar>
              <Button variant="ok" icon={checkIcon} kbd="V" onClick={() => setIsTold(true)}>
                Valida
              </Button>
              <Button variant="quiet" icon={returnIcon} kbd="R" onClick={() => setIsReturning(true)}>
                Rimanda con commento
              </Button>
              <Button variant="quiet" kbd="J">
                Dopo
              </Button>
            </ActionBar>
          </>
        }
      />
      <ToastRegion
        toasts={
          isTold ? [{ id: 'done', text: 'Validata', action: { label: 'Annulla', onAct: () => setIsTold(false) } }] : []
        }
        closeLabel="Chiudi"
        onClose={() => setIsTold(false)}
      />
    </CoordinatorFrame>
  );
}
