// The English sentences, loaded only when somebody asks for English. How to add an area: see `it.ts`.

import { attention } from './en/attention.ts';
import { fields } from './en/fields.ts';
import { frame } from './en/frame.ts';
import { housing } from './en/housing.ts';
import { languages } from './en/languages.ts';
import { housingLists } from './en/lists-housing.ts';
import { personLists } from './en/lists-person.ts';
import { serviceLists } from './en/lists-service.ts';
import { locked } from './en/locked.ts';
import { mine } from './en/mine.ts';
import { navigation } from './en/navigation.ts';
import { people } from './en/people.ts';
import { record } from './en/record.ts';
import { refusals } from './en/refusals.ts';
import { review } from './en/review.ts';
import { rules } from './en/rules.ts';
import { safety } from './en/safety.ts';
import { service } from './en/service.ts';
import { settings } from './en/settings.ts';
import { today } from './en/today.ts';
import { door } from './en-door.ts';
import type { Messages } from './it.ts';

export const en = {
  ...door,
  ...attention,
  ...fields,
  ...frame,
  ...housingLists,
  ...languages,
  ...locked,
  ...mine,
  ...navigation,
  ...personLists,
  ...refusals,
  ...review,
  ...rules,
  ...safety,
  ...service,
  ...serviceLists,
  ...settings,
  ...today,
  ...housing,
  ...people,
  ...record,
} satisfies Messages;
