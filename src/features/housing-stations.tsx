import type { Placement } from '../domain/kinds/placement.ts';
import { Stations } from '../ui/Stations.tsx';
import { pathTo, stageOf, stayOf } from './housing-path.ts';
import { useSession } from './session.ts';

/** A placement's pathway as a line of stations. */
export function HousingStations({ fields }: { readonly fields: Partial<Placement> }) {
  const { t } = useSession().words;
  return (
    <Stations
      label={t('housing.stations')}
      words={{ done: t('housing.station.done'), now: t('housing.station.now'), next: t('housing.station.next') }}
      stations={pathTo(stageOf(fields)).map(({ stage, state }) => ({ label: t(`housing.short.${stage}`), state }))}
    />
  );
}

/** "dal 4 marzo · 264 giorni" */
export function useStayText(fields: Partial<Placement>): string | undefined {
  const { words, today } = useSession();
  const stay = stayOf(fields, today());
  if (stay === undefined) return undefined;
  const dateOf = (iso: string) => words.formatDate(iso, iso.slice(0, 4) === today().slice(0, 4) ? 'day' : 'long');
  const date = dateOf(stay.from);
  return stay.to === undefined
    ? words.t('housing.since', { date, n: stay.days })
    : words.t('housing.sinceTo', { date, end: dateOf(stay.to), n: stay.days });
}
