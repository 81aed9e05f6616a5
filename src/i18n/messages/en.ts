// The English sentences, loaded only when somebody asks for English. How to add an area: see `it.ts`.

import { fields } from './en/fields.ts';
import { frame } from './en/frame.ts';
import { languages } from './en/languages.ts';
import { housingLists } from './en/lists-housing.ts';
import { personLists } from './en/lists-person.ts';
import { serviceLists } from './en/lists-service.ts';
import { navigation } from './en/navigation.ts';
import { refusals } from './en/refusals.ts';
import { rules } from './en/rules.ts';
import { states } from './en/states.ts';
import { verbs } from './en/verbs.ts';
import type { Messages } from './it.ts';

export const en = {
  ...fields,
  ...frame,
  ...housingLists,
  ...languages,
  ...navigation,
  ...personLists,
  ...refusals,
  ...rules,
  ...serviceLists,
  ...states,
  ...verbs,
} satisfies Messages;
