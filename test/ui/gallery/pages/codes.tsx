import { useState } from 'preact/hooks';
import { Button } from '../../../../src/ui/Button.tsx';
import { Card } from '../../../../src/ui/Card.tsx';
import { QrImage } from '../../../../src/ui/QrImage.tsx';
import { QrScanner } from '../../../../src/ui/QrScanner.tsx';
import { Stack } from '../../../../src/ui/Stack.tsx';
import { WorkerFrame } from '../frame.tsx';

/** A code to scan, and the scanner: opened by a tap, so that the page asks for no camera by itself. */
export function CodesPage() {
  const [isScanning, setIsScanning] = useState(false);
  const [found, setFound] = useState<string[]>([]);
  return (
    <WorkerFrame current="Persone" title="Codici">
      <Card title="Tessera">
        <QrImage text="TC-7K3M9QXT2B4W8RZN5V1A" label="Codice della tessera" />
      </Card>
      <Card title="Scansiona">
        <Stack>
          <Button variant="ghost" onClick={() => setIsScanning(!isScanning)}>
            {isScanning ? 'Chiudi' : 'Apri la fotocamera'}
          </Button>
          {isScanning && (
            <QrScanner
              words={{
                video: 'Immagine della fotocamera',
                starting: 'Apro la fotocamera',
                looking: 'Inquadra il codice.',
                denied: 'La fotocamera non è permessa.',
                missing: 'Qui non c’è una fotocamera.',
              }}
              onFound={(text) => setFound((before) => [...before, text])}
            />
          )}
          <p role="status">Trovati: {found.join(' · ') || 'nessuno'}</p>
        </Stack>
      </Card>
    </WorkerFrame>
  );
}
