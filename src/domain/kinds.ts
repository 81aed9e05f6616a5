import type { KindDefinition } from './kind-definition.ts';
import { appointmentKind } from './kinds/appointment.ts';
import { attachmentKind } from './kinds/attachment.ts';
import { attendanceKind } from './kinds/attendance.ts';
import { beneficiaryKind } from './kinds/beneficiary.ts';
import { cardKind } from './kinds/card.ts';
import { certificateKind } from './kinds/certificate.ts';
import { contributionKind } from './kinds/contribution.ts';
import { contributionCeilingKind } from './kinds/contribution-ceiling.ts';
import { courseKind } from './kinds/course.ts';
import { courseAttendanceKind } from './kinds/course-attendance.ts';
import { courseFeedbackKind } from './kinds/course-feedback.ts';
import { courseSessionKind } from './kinds/course-session.ts';
import { differentPeopleKind } from './kinds/different-people.ts';
import { dwellingKind } from './kinds/dwelling.ts';
import { enrolmentKind } from './kinds/enrolment.ts';
import { eventKind } from './kinds/event.ts';
import { exitFollowUpKind } from './kinds/exit-follow-up.ts';
import { householdKind } from './kinds/household.ts';
import { householdMemberKind } from './kinds/household-member.ts';
import { landlordKind } from './kinds/landlord.ts';
import { monthlySituationKind } from './kinds/monthly-situation.ts';
import { officeKind } from './kinds/office.ts';
import { placementKind } from './kinds/placement-kind.ts';
import { practiceKind } from './kinds/practice.ts';
import { practiceFileKind } from './kinds/practice-file.ts';
import { practiceReplyKind } from './kinds/practice-reply.ts';
import { serviceKind } from './kinds/service.ts';
import { stageStepKind } from './kinds/stage-step.ts';

/** Every kind of record there is; a new kind is one file in `kinds/` and one line here. */
const DEFINITIONS: readonly KindDefinition[] = [
  beneficiaryKind,
  serviceKind,
  placementKind,
  monthlySituationKind,
  stageStepKind,
  exitFollowUpKind,
  contributionKind,
  contributionCeilingKind,
  eventKind,
  attendanceKind,
  appointmentKind,
  courseKind,
  courseSessionKind,
  enrolmentKind,
  courseAttendanceKind,
  officeKind,
  cardKind,
  differentPeopleKind,
  householdKind,
  householdMemberKind,
  certificateKind,
  courseFeedbackKind,
  attachmentKind,
  landlordKind,
  dwellingKind,
  practiceKind,
  practiceFileKind,
  practiceReplyKind,
];

export const KINDS: ReadonlyMap<string, KindDefinition> = new Map(
  DEFINITIONS.map((definition) => [definition.kind, definition]),
);
