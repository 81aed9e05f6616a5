// The Italian sentences: the source of truth for keys and parameters.
//
// To add a screen's messages: write `it/<area>.ts` (`export const <area> = { '<area>.<what>': '…' } as const satisfies
// Record<string, Message>`) and its twin `en/<area>.ts` (`satisfies Record<keyof typeof italian, Message>`), then one
// import and one spread here and in `en.ts`. `{name}` is a parameter that `t` will ask for; a count is called `n` and
// its message may be `{ one, other }`, with `zero` if nothing is said differently. A key lives in one area only: a test looks.

import type { ListCode, ListName } from '../../domain/lists/code-lists.ts';
import type { Message } from '../message.ts';
import { accounts } from './it/accounts.ts';
import { agenda } from './it/agenda.ts';
import { arrived } from './it/arrived.ts';
import { attention } from './it/attention.ts';
import { cards } from './it/cards.ts';
import { cover } from './it/cover.ts';
import { doubles } from './it/doubles.ts';
import { dwellings } from './it/dwellings.ts';
import { events } from './it/events.ts';
import { fields } from './it/fields.ts';
import { files } from './it/files.ts';
import { frame } from './it/frame.ts';
import { households } from './it/households.ts';
import { housing } from './it/housing.ts';
import { joining } from './it/joining.ts';
import { languages } from './it/languages.ts';
import { eventLists } from './it/lists-event.ts';
import { housingLists } from './it/lists-housing.ts';
import { personLists } from './it/lists-person.ts';
import { serviceLists } from './it/lists-service.ts';
import { locked } from './it/locked.ts';
import { map } from './it/map.ts';
import { mine } from './it/mine.ts';
import { money } from './it/money.ts';
import { months } from './it/months.ts';
import { more } from './it/more.ts';
import { navigation } from './it/navigation.ts';
import { notice } from './it/notice.ts';
import { offices } from './it/offices.ts';
import { path } from './it/path.ts';
import { people } from './it/people.ts';
import { practices } from './it/practices.ts';
import { record } from './it/record.ts';
import { refusals } from './it/refusals.ts';
import { review } from './it/review.ts';
import { risks } from './it/risks.ts';
import { rules } from './it/rules.ts';
import { safety } from './it/safety.ts';
import { service } from './it/service.ts';
import { settings } from './it/settings.ts';
import { storage } from './it/storage.ts';
import { today } from './it/today.ts';
import { training } from './it/training.ts';
import { verbs } from './it/verbs.ts';
import { verify } from './it/verify.ts';
import { door } from './it-door.ts';

/** Every code of every list of the domain: a code without a label is a type error right below. */
type ListKey = { [Name in ListName]: `list.${Name}.${ListCode<Name>}` }[ListName];

export const it = {
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
} satisfies Record<ListKey, Message>;

export type ItalianMessages = typeof it;
export type MessageKey = keyof ItalianMessages;
export type Messages = Readonly<Record<MessageKey, Message>>;
