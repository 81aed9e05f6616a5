// The English sentences, loaded only when somebody asks for English. How to add an area: see `it.ts`.

import { accounts } from './en/accounts.ts';
import { agenda } from './en/agenda.ts';
import { arrived } from './en/arrived.ts';
import { attention } from './en/attention.ts';
import { cards } from './en/cards.ts';
import { doubles } from './en/doubles.ts';
import { events } from './en/events.ts';
import { fields } from './en/fields.ts';
import { frame } from './en/frame.ts';
import { housing } from './en/housing.ts';
import { joining } from './en/joining.ts';
import { languages } from './en/languages.ts';
import { eventLists } from './en/lists-event.ts';
import { housingLists } from './en/lists-housing.ts';
import { personLists } from './en/lists-person.ts';
import { serviceLists } from './en/lists-service.ts';
import { locked } from './en/locked.ts';
import { mine } from './en/mine.ts';
import { more } from './en/more.ts';
import { navigation } from './en/navigation.ts';
import { people } from './en/people.ts';
import { record } from './en/record.ts';
import { refusals } from './en/refusals.ts';
import { review } from './en/review.ts';
import { risks } from './en/risks.ts';
import { rules } from './en/rules.ts';
import { safety } from './en/safety.ts';
import { service } from './en/service.ts';
import { settings } from './en/settings.ts';
import { storage } from './en/storage.ts';
import { today } from './en/today.ts';
import { verbs } from './en/verbs.ts';
import { door } from './en-door.ts';
import type { Messages } from './it.ts';

export const en = {
  ...door,
  ...accounts,
  ...agenda,
  ...arrived,
  ...attention,
  ...cards,
  ...doubles,
  ...eventLists,
  ...events,
  ...fields,
  ...frame,
  ...housingLists,
  ...joining,
  ...languages,
  ...locked,
  ...mine,
  ...more,
  ...navigation,
  ...personLists,
  ...refusals,
  ...review,
  ...risks,
  ...rules,
  ...safety,
  ...service,
  ...serviceLists,
  ...settings,
  ...storage,
  ...today,
  ...verbs,
  ...housing,
  ...people,
  ...record,
} satisfies Messages;
