import { mkdir } from 'node:fs/promises';
import { takeAgenda } from './albums/agenda.ts';
import { takeAttachments } from './albums/attachments.ts';
import { takeCare } from './albums/care.ts';
import { takeCoordinator } from './albums/coordinator.ts';
import { takeDecisions } from './albums/decisions.ts';
import { takeDoors } from './albums/doors.ts';
import { takeEmpty } from './albums/empty.ts';
import { takeEvents } from './albums/events.ts';
import { takeEverywhere } from './albums/everywhere.ts';
import { takeGuest } from './albums/guest.ts';
import { takeHouseholds } from './albums/households.ts';
import { takeInvitations } from './albums/invitations.ts';
import { takeMending } from './albums/mending.ts';
import { takeMonths } from './albums/months.ts';
import { takeOffline } from './albums/offline.ts';
import { takePeople } from './albums/people.ts';
import { takePrivacy } from './albums/privacy.ts';
import { takeRare } from './albums/rare.ts';
import { takeReadme } from './albums/readme.ts';
import { takeRoles } from './albums/roles.ts';
import { takeServices } from './albums/services.ts';
import { takeTraining } from './albums/training.ts';
import { takeTrouble } from './albums/trouble.ts';
import { takeWorker } from './albums/worker.ts';
import type { AlbumName, ShotsOptions } from './options.ts';
import { type Demo, startDemo } from './start-demo.ts';
import { openStudio, type Studio } from './studio.ts';

export type Album = (studio: Studio, demo: Demo) => Promise<void>;

const ALBUMS = {
  doors: takeDoors,
  worker: takeWorker,
  services: takeServices,
  offline: takeOffline,
  trouble: takeTrouble,
  coordinator: takeCoordinator,
  decisions: takeDecisions,
  mending: takeMending,
  people: takePeople,
  households: takeHouseholds,
  attachments: takeAttachments,
  care: takeCare,
  months: takeMonths,
  agenda: takeAgenda,
  events: takeEvents,
  training: takeTraining,
  privacy: takePrivacy,
  empty: takeEmpty,
  everywhere: takeEverywhere,
  readme: takeReadme,
  guest: takeGuest,
  invitations: takeInvitations,
  roles: takeRoles,
  // Last: it leaves another version of the app behind.
  rare: takeRare,
} as const satisfies Record<AlbumName, Album>;

export async function takeShots({ out, albums }: ShotsOptions, tell: (line: string) => void): Promise<void> {
  await mkdir(out, { recursive: true });
  tell('Starting the demonstration, about half a minute…');
  const demo = await startDemo();
  try {
    await takeAlbums(demo, { out, albums }, tell);
  } finally {
    await demo.close();
  }
}

export async function takeAlbums(
  demo: Demo,
  { out, albums }: ShotsOptions,
  tell: (line: string) => void,
): Promise<void> {
  const studio = openStudio(out);
  try {
    for (const name of albums) {
      const before = studio.counts().pictures;
      await ALBUMS[name](studio, demo);
      tell(`${name}: ${studio.counts().pictures - before} pictures`);
    }
  } finally {
    await studio.close();
  }
  const { pictures, faults } = studio.counts();
  for (const fault of faults) tell(`! ${fault}`);
  tell(`${pictures} pictures in ${out}, ${faults.length} to look at first`);
}
