import { alertIcon, type IconNode, infoIcon, offlineIcon, refreshIcon, safeIcon, tabletIcon } from './icons.ts';

/** How a thing stands: off (no network, neutral), wait (kept here), send (on its way), ok (proved), stop (a person must act). */
export type Tone = 'off' | 'wait' | 'send' | 'ok' | 'stop';

/** The icon of the state of the data, so that colour never speaks alone. */
export const stateIconsByTone = {
  off: offlineIcon,
  wait: tabletIcon,
  send: refreshIcon,
  ok: safeIcon,
  stop: alertIcon,
} satisfies Record<Tone, IconNode>;

/** The icon of a message to the person. */
export const noteIconsByTone = {
  off: infoIcon,
  wait: alertIcon,
  send: refreshIcon,
  ok: safeIcon,
  stop: alertIcon,
} satisfies Record<Tone, IconNode>;
