import { qrPath } from './qr-path.ts';

type QrImageProps = {
  text: string;
  /** What the picture is, for who does not see it: "Codice della tessera". */
  label: string;
};

/** A QR code, as large as the place it stands in; dark on white in every theme, because cameras want it so. */
export function QrImage({ text, label }: QrImageProps) {
  const { path, size } = qrPath(text);
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect class="qr-ground" width={size} height={size} />
      <path class="qr-ink" d={path} />
    </svg>
  );
}
