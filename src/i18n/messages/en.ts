// The English sentences, loaded only when somebody asks for English. How to add an area: see `it.ts`.

import { accounts } from './en/accounts.ts';
import { agenda } from './en/agenda.ts';
import { arrived } from './en/arrived.ts';
import { attention } from './en/attention.ts';
import { cards } from './en/cards.ts';
import { cover } from './en/cover.ts';
import { doubles } from './en/doubles.ts';
import { dwellings } from './en/dwellings.ts';
import { events } from './en/events.ts';
import { fields } from './en/fields.ts';
import { files } from './en/files.ts';
import { frame } from './en/frame.ts';
import { households } from './en/households.ts';
import { housing } from './en/housing.ts';
import { joining } from './en/joining.ts';
import { languages } from './en/languages.ts';
import { eventLists } from './en/lists-event.ts';
import { housingLists } from './en/lists-housing.ts';
import { personLists } from './en/lists-person.ts';
import { serviceLists } from './en/lists-service.ts';
import { locked } from './en/locked.ts';
import { map } from './en/map.ts';
import { mine } from './en/mine.ts';
import { money } from './en/money.ts';
import { months } from './en/months.ts';
import { more } from './en/more.ts';
import { navigation } from './en/navigation.ts';
import { notice } from './en/notice.ts';
import { offices } from './en/offices.ts';
import { path } from './en/path.ts';
import { people } from './en/people.ts';
import { practices } from './en/practices.ts';
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
import { training } from './en/training.ts';
import { verbs } from './en/verbs.ts';
import { verify } from './en/verify.ts';
import { door } from './en-door.ts';
import type { Messages } from './it.ts';

export const en = {
  ...door,
  ...accounts,
  ...agenda,
  ...arrived,
  ...attention,
  ...cover,
  ...cards,
  ...doubles,
  ...dwellings,
  ...eventLists,
  ...events,
  ...fields,
  ...files,
  ...frame,
  ...housingLists,
  ...joining,
  ...languages,
  ...locked,
  ...map,
  ...mine,
  ...money,
  ...path,
  ...months,
  ...more,
  ...navigation,
  ...notice,
  ...offices,
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
  ...training,
  ...verbs,
  ...households,
  ...verify,
  ...housing,
  ...people,
  ...record,
  ...practices,
} satisfies Messages;
