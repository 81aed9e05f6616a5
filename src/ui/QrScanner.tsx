import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading } from './Loading.tsx';
import { Note } from './Note.tsx';

export type QrScannerWords = {
  /** Name of the moving picture: "Immagine della fotocamera". */
  readonly video: string;
  readonly starting: string;
  /** What to do while it looks: "Inquadra il codice". */
  readonly looking: string;
  /** The person or the device said no. */
  readonly denied: string;
  /** There is no camera, or another app holds it. */
  readonly missing: string;
};
type QrScannerProps = {
  readonly words: QrScannerWords;
  /** The text of each code seen; the same one is told again only after the camera saw none of it for a moment. */
  readonly onFound: (text: string) => void;
};
type State = 'starting' | 'looking' | 'denied' | 'missing';

/** A code held still is one scan, not sixty a second. */
const SAME_CODE_PAUSE_MS = 2_000;

/**
 * Looks for QR codes through the camera at the back, as long as it is rendered; then the camera is let go. Pictures stay in memory:
 * nothing is kept or sent. What to do without a camera is the caller's (a field to type the code).
 */
export function QrScanner({ words, onFound }: QrScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onFound);
  tell.current = onFound;
  const [state, setState] = useState<State>('starting');
  useEffect(() => {
    const player = video.current;
    if (player === null) return;
    const stopped = new AbortController();
    lookThrough(player, stopped.signal, {
      onReady: () => setState('looking'),
      onFound: (text) => tell.current(text),
    }).catch((error: unknown) => {
      if (!stopped.signal.aborted) setState(isRefusal(error) ? 'denied' : 'missing');
    });
    return () => stopped.abort();
  }, []);
  if (state === 'denied' || state === 'missing') return <Note tone="wait">{words[state]}</Note>;
  return (
    <div class="scanner">
      <video ref={video} class="scanner-video" aria-label={words.video} playsInline muted autoPlay />
      {state === 'starting' ? <Loading label={words.starting} /> : <p class="scanner-hint">{words.looking}</p>}
    </div>
  );
}

async function lookThrough(
  player: HTMLVideoElement,
  signal: AbortSignal,
  { onReady, onFound }: { onReady: () => void; onFound: (text: string) => void },
): Promise<void> {
  // Loaded with the first scan: most people never scan anything.
  const { frameLoop, QRCanvas, rearCamera } = await import('qr/dom.js');
  const camera = await rearCamera(player);
  if (signal.aborted) return camera.stop();
  onReady();
  const canvas = new QRCanvas();
  let lastText: string | undefined;
  let lastSeenAt = 0;
  let isReading = false;
  const stopLoop = frameLoop(async (now) => {
    // A slow phone needs longer for a picture than the camera for the next one; one not laid out, as on its way out, is read as nothing.
    if (isReading || player.clientWidth === 0) return;
    isReading = true;
    try {
      const found = await camera.readFrame(canvas, true);
      if (typeof found !== 'string' || signal.aborted) return;
      const isSame = found === lastText && now - lastSeenAt < SAME_CODE_PAUSE_MS;
      lastText = found;
      lastSeenAt = now;
      if (!isSame) onFound(found);
    } finally {
      isReading = false;
    }
  }, player);
  signal.addEventListener('abort', () => {
    stopLoop();
    canvas.clear();
    camera.stop();
  });
}

/** https://developer.mozilla.org/docs/Web/API/MediaDevices/getUserMedia#exceptions */
const isRefusal = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError');
