import type { ComponentChildren, ComponentProps } from 'preact';
import { AppFrame } from '../../../src/ui/AppFrame.tsx';
import {
  alertIcon,
  calendarIcon,
  chartIcon,
  homeIcon,
  housingIcon,
  inboxIcon,
  peopleIcon,
} from '../../../src/ui/icons.ts';
import { StatePill } from '../../../src/ui/StatePill.tsx';

export const brand = { title: 'Taccuino', subtitle: 'Genova' };

const workerItems = [
  { href: '#oggi', label: 'Oggi', icon: homeIcon },
  { href: '#persone', label: 'Persone', icon: peopleIcon },
  { href: '#abitare', label: 'Abitare', icon: housingIcon },
  { href: '#eventi', label: 'Eventi', icon: calendarIcon },
  { href: '#sistemare', label: 'Da sistemare', icon: alertIcon, count: 2 },
];

const coordinatorItems = [
  { href: '#validare', label: 'Da validare', icon: inboxIcon, count: 18 },
  ...workerItems.slice(1, 4),
  { href: '#andamento', label: 'Andamento', icon: chartIcon },
  { href: '#sistemare', label: 'Da sistemare', icon: alertIcon, count: 1 },
];

type Extra = Partial<ComponentProps<typeof AppFrame>> & { current: string; title: string; children: ComponentChildren };

const words = { brand, moreLabel: 'Altro', skipLabel: 'Vai al contenuto', navLabel: 'Luoghi' };

/** The worker's frame with invented state. */
export function WorkerFrame({ current, ...rest }: Extra) {
  return (
    <AppFrame
      navItems={workerItems.map((item) => ({ ...item, current: item.label === current }))}
      primaryAction={{ href: '#registra', label: 'Registra' }}
      account={{ initials: 'MR', name: 'Marta', href: '#io' }}
      state={<StatePill tone="off" label="Senza rete · 7 salvati qui" shortLabel="7" href="#dati" />}
      {...words}
      {...rest}
    />
  );
}

/** The coordinator's frame: no primary action, one place more. */
export function CoordinatorFrame({ current, ...rest }: Extra) {
  return (
    <AppFrame
      navItems={coordinatorItems.map((item) => ({ ...item, current: item.label === current }))}
      account={{ initials: 'LB', name: 'Lucia', href: '#io' }}
      state={<StatePill tone="ok" label="Tutto al sicuro · 17:42" shortLabel="17:42" href="#dati" />}
      {...words}
      {...rest}
    />
  );
}
