import type { Message } from '../../message.ts';
import type { verify as italian } from '../it/verify.ts';

export const verify = {
  'verify.title': 'Check a certificate',
  'verify.brand': 'LGNetforma training',
  'verify.otherLanguage': 'Italiano',
  'verify.code': 'Code of the certificate',
  'verify.codeHint': 'It stands under the square: four characters of the city, then 20 letters and digits.',
  'verify.check': 'Check',
  'verify.checking': 'Checking the certificate',
  'verify.valid': 'This certificate is valid',
  'verify.withdrawn': 'This certificate was withdrawn',
  'verify.withdrawnText': 'Whoever issued it has withdrawn it: it is no longer valid.',
  'verify.unknown': 'No certificate has this code. Check that it is written right.',
  'verify.noCode': 'This is not the code of a certificate.',
  'verify.unreachable': 'I cannot check now: there is no network, or the server does not answer. Try again soon.',
  'verify.later': 'Many requests have come from here. Try again in a minute.',
  'verify.city': 'Issued by',
  'verify.cityName': 'Municipality of {city}',
  'verify.course': 'Course',
  'verify.attended': 'Hours attended',
  'verify.hours': '{hours} hours',
  'verify.issued': 'Date of issue',
  'verify.noName': 'This page shows no names. The name is on the certificate: compare it with an identity document.',
} as const satisfies Record<keyof typeof italian, Message>;
