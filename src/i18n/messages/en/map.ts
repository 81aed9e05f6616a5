// Where the device is, and the map outside of Taccuino.
import type { Message } from '../../message.ts';
import type { map as italian } from '../it/map.ts';

export const map = {
  'map.open': 'Open the map (openstreetmap.org)',
  'map.add': 'Add the position',
  'map.addHint': 'Only when you tap here. It is rounded to about 100 metres before it is written.',
  'map.added': 'Position added, rounded to about 100 metres.',
  'map.remove': 'Remove',
  'map.removeName': 'Remove the position',
  'map.trouble.Denied':
    'The browser may not read the position. Allow it in the settings of the site, or write the place.',
  'map.trouble.NotFound': 'The position cannot be found. Try outdoors, or write the place.',
  'map.trouble.TooSlow': 'The position did not come in time. Try again, or write the place.',
  'map.trouble.Missing': 'This device does not know where it is. Write the place.',
  'map.trouble.TooVague': 'The position found is too uncertain. Try again outdoors, or write the place.',
} as const satisfies Record<keyof typeof italian, Message>;
