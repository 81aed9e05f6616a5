import type { Message } from '../../message.ts';
import type { storage as italian } from '../it/storage.ts';

export const storage = {
  'entrance.storage.enrolAgain': 'Connect this device again',
  'entrance.storage.DatabaseMissing.title': 'The data of this device is gone',
  'entrance.storage.DatabaseMissing.fact':
    'The browser deleted it, by itself or by somebody’s hand. What was already on the server is still there. What had not left this device is missing.',
  'entrance.storage.DatabaseMissing.way':
    'Tell your coordinator at once and write down on paper what you recorded in the last days. Then connect the device again with a new code.',
  'entrance.storage.DatabaseUnavailable.title': 'This browser does not allow saving data',
  'entrance.storage.DatabaseUnavailable.fact':
    'Without saving here we can promise nothing: that is why Taccuino does not open.',
  'entrance.storage.DatabaseUnavailable.way':
    'Open Taccuino in a normal window, not a private one. If it happens again, close the browser, open it and try again.',
  'entrance.storage.ConnectionInsecure.title': 'The connection is not secure',
  'entrance.storage.ConnectionInsecure.fact':
    'Without a secure connection the browser cannot encrypt: that is why Taccuino does not open.',
  'entrance.storage.ConnectionInsecure.way':
    'The address has to begin with https://. Ask your coordinator or whoever runs Taccuino for the right one.',
  'entrance.storage.DatabaseBlocked.title': 'Taccuino is open somewhere else too',
  'entrance.storage.DatabaseBlocked.fact': 'Another tab still uses the old version. The data is here.',
  'entrance.storage.DatabaseBlocked.way': 'Close the other tabs of Taccuino and try again.',
  'entrance.storage.DatabaseNewer.title': 'This needs the new version of Taccuino',
  'entrance.storage.DatabaseNewer.fact':
    'The data here is from a newer version than this one. It is all there, we leave it alone.',
  'entrance.storage.DatabaseNewer.way':
    'With the network, close Taccuino, open it and try again: it updates by itself.',
  'entrance.storage.QuotaExceeded.title': 'This device is out of space',
  'entrance.storage.QuotaExceeded.fact': 'What was saved is still here. Taccuino needs a little room to open.',
  'entrance.storage.QuotaExceeded.way':
    'Remove photos, videos or apps you do not need and try again. Do not clear the browser’s data.',
} as const satisfies Record<keyof typeof italian, Message>;
