import { classNames } from './class-names.ts';

type StationState = 'done' | 'now' | 'next';
type Station = { label: string; state: StationState; detail?: string | undefined };

type StationsProps = {
  label: string;
  stations: readonly Station[];
  /** What a screen reader says after the name; the dots say it to the eyes. */
  words: Record<StationState, string>;
};

/** A pathway as a line of stations; on a narrow place it runs downwards. */
export function Stations({ label, stations, words }: StationsProps) {
  return (
    <div class="stations-place">
      <ol class="stations" aria-label={label}>
        {stations.map((station) => (
          <li
            key={station.label}
            class={classNames('station', `station-${station.state}`)}
            aria-current={station.state === 'now' ? 'step' : undefined}
          >
            <span>{station.label}</span>
            <span class="sr-only"> ({words[station.state]})</span>
            {station.detail && <span class="small"> {station.detail}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
