import type { Message } from '../../message.ts';
import type { settings as italian } from '../it/settings.ts';

export const settings = {
  'settings.title': 'Settings',
  'settings.for.volunteer': 'Your access is for events',
  'settings.for.volunteer.text':
    'You see when and where the events of the municipality are, and you can print the sheet for signatures. To count who comes, scan with your phone the code that the coordinator of the event shows you. People’s data are not shown.',
  'settings.for.monitor': 'Your access is for monitoring',
  'settings.for.monitor.text':
    'Monitoring works with figures, never with people’s data: this is why there are no lists and no names here. Ask the coordinators for the figures of the municipality. Here you can change your password, the language and the look.',
  'settings.for.admin': 'Your access is for administration',
  'settings.for.admin.text':
    'Here you give a new password, close and reopen accounts and switch off lost devices. People’s data are not shown. New accounts and the codes that enrol a device are made on the server.',
  'settings.role': 'Role',
  'settings.municipality': 'Municipality',
  'settings.device': 'Device',
  'settings.newRole': 'Your role has changed: lock and open again to work with the new one.',
  'settings.lock': 'Lock now',
  'settings.lockHint': 'Your work stays here, locked. To open it again you need your password, even without a network.',
  'settings.looks': 'Language and look',
  'settings.language': 'Language',
  'settings.languageHint': 'For everybody who uses this device.',
  'settings.language.it': 'Italiano',
  'settings.language.en': 'English',
  'settings.theme': 'Look',
  'settings.theme.system': 'Automatic',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',

  'settings.devices': 'Devices of the municipality',
  'settings.devices.loading': 'Asking the server for the list',
  'settings.devices.offline': 'The list of devices is on the server: it needs the network.',
  'settings.device.thisOne': 'this one',
  'settings.device.seen': 'seen {when} or a little later',
  'settings.device.neverSeen': 'connected {when}, never seen since',
  'settings.device.revoked': 'switched off {when}',
  'settings.revoke': 'Switch off',
  'settings.revoke.ask': 'Switch off “{label}”?',
  'settings.revoke.what':
    'Nobody receives or sends anything from that device any more. To use it again it needs a new code.',
  'settings.revoke.work':
    'Work that reached the server stays. If the device is near you, let it send first what is waiting.',
  'settings.revoke.files':
    'Attachments that have not left it yet are lost, though: the server takes none from a device that was switched off.',
  'settings.revoke.thisOne': 'It is the device you are using: afterwards you cannot work here.',
  'settings.revoke.yes': 'Yes, switch off',
  'settings.revoked': '“{label}” is switched off',

  'settings.about': 'Taccuino',
  'settings.version': 'Version {version}',
  'settings.updateHint': 'There is a new version. What you have half written stays.',
  'settings.licence': 'Licence',
  'settings.licenceText':
    'Taccuino is free software under the AGPL 3.0 or later: everybody may read, use and improve it, and who offers it on a network must show their changes.',
  'settings.accessibility': 'Accessibility',
  'settings.accessibilityGoal':
    'Taccuino wants to be usable by everybody: with the keyboard, a screen reader, large text, in poor light. The reference is WCAG 2.2, level AA.',
  'settings.accessibilityAsk':
    'If something stands in your way, tell the coordinator of your municipality: it is a defect to mend.',
} as const satisfies Record<keyof typeof italian, Message>;
