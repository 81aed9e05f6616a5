import { useState } from 'preact/hooks';
import { Button } from '../../../../src/ui/Button.tsx';
import { Card } from '../../../../src/ui/Card.tsx';
import { Dialog } from '../../../../src/ui/Dialog.tsx';
import { Disclosure } from '../../../../src/ui/Disclosure.tsx';
import { EmptyState } from '../../../../src/ui/EmptyState.tsx';
import { inboxIcon, removeIcon } from '../../../../src/ui/icons.ts';
import { LinkButton } from '../../../../src/ui/LinkButton.tsx';
import { Loading } from '../../../../src/ui/Loading.tsx';
import { Note } from '../../../../src/ui/Note.tsx';
import { Stack } from '../../../../src/ui/Stack.tsx';
import { StateMark } from '../../../../src/ui/StateMark.tsx';
import { StatePill } from '../../../../src/ui/StatePill.tsx';
import { Tabs } from '../../../../src/ui/Tabs.tsx';
import { WorkerFrame } from '../frame.tsx';

const tones = ['off', 'wait', 'send', 'ok', 'stop'] as const;

/** The small parts, in all their tones. */
export function PartsPage() {
  const [tab, setTab] = useState<'mine' | 'all'>('mine');
  const [isAsking, setIsAsking] = useState(false);
  return (
    <WorkerFrame current="Da sistemare" title="Parti">
      <Card title="Stati">
        <Stack>
          <Stack inline>
            {tones.map((tone) => (
              <StatePill key={tone} tone={tone} label={`Stato ${tone}`} href={`#${tone}`} />
            ))}
          </Stack>
          <Stack inline>
            {tones.map((tone) => (
              <StateMark key={tone} tone={tone} label={`riga ${tone}`} />
            ))}
            <StateMark tone="ok" label="validato" loud />
          </Stack>
          {tones.map((tone) => (
            <Note key={tone} tone={tone} title={`Messaggio ${tone}`}>
              Il server ha confermato ogni tua modifica. <a href="#piu">Di più</a>
            </Note>
          ))}
        </Stack>
      </Card>
      <Card title="Azioni">
        <Stack inline>
          <Button>Salva</Button>
          <Button variant="ghost">Ripeti</Button>
          <Button variant="quiet">Scrivo un altro valore</Button>
          <Button variant="ok">Valida</Button>
          <Button variant="stop" icon={removeIcon} onClick={() => setIsAsking(true)}>
            Scarta
          </Button>
          <Button busy>Invio…</Button>
          <Button disabled>Non ora</Button>
          <LinkButton variant="quiet" href="#file" download="soccorso.json">
            Salva un file di soccorso
          </LinkButton>
        </Stack>
      </Card>
      <Card>
        <Tabs
          label="Le mie schede"
          tabs={[
            { value: 'mine', label: 'Mie', count: 4 },
            { value: 'all', label: 'Tutte', count: 31 },
          ]}
          value={tab}
          onInput={setTab}
        >
          {tab === 'mine' ? <p>Quattro schede</p> : <p>Trentuno schede</p>}
        </Tabs>
        <Disclosure label="Altri 9 campi">
          <p>Senza modifiche.</p>
        </Disclosure>
      </Card>
      <Card>
        <Stack>
          <Loading label="Apro le schede" done={312} total={1284} detail="312 di 1.284" />
          <Loading label="Cerco il server" />
        </Stack>
      </Card>
      <Card>
        <EmptyState
          icon={inboxIcon}
          title="Niente da sistemare"
          text="Quando qualcosa torna indietro, lo trovi qui."
          action={<Button variant="ghost">Vai a Oggi</Button>}
        />
      </Card>
      {isAsking && (
        <Dialog
          title="Scartare la modifica?"
          closeLabel="Chiudi"
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button variant="quiet" onClick={() => setIsAsking(false)}>
                Tienila
              </Button>
              <Button variant="stop">Scarta</Button>
            </>
          }
        >
          <p>Resta una nota nella storia, con il tuo nome.</p>
        </Dialog>
      )}
    </WorkerFrame>
  );
}
