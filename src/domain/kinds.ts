import type { KindDefinition } from './kind-definition.ts';
import { appointmentKind } from './kinds/appointment.ts';
import { attendanceKind } from './kinds/attendance.ts';
import { beneficiaryKind } from './kinds/beneficiary.ts';
import { cardKind } from './kinds/card.ts';
import { eventKind } from './kinds/event.ts';
import { placementKind } from './kinds/placement-kind.ts';
import { serviceKind } from './kinds/service.ts';

/** Every kind of record there is; a new kind is one file in `kinds/` and one line here. */
export const KINDS: ReadonlyMap<string, KindDefinition> = new Map(
  [beneficiaryKind, serviceKind, placementKind, eventKind, attendanceKind, appointmentKind, cardKind].map(
    (definition) => [definition.kind, definition],
  ),
);
