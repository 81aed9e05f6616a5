import type { CaseRecord } from '../../device/open-vault.ts';
import { attendancesAt, courseAttendanceFieldsOf } from '../course-records.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';

export type PresenceActions = {
  readonly presenceOf: (enrolmentId: string) => CaseRecord | undefined;
  /** Saved at once; taken away again it is removed, which the audit shows. False, and told, where it was refused. */
  readonly set: (enrolmentId: string, isThere: boolean) => Promise<boolean>;
};

/** Who is at a session: by a tick or by a scanned code, the same record. */
export function usePresence(session: CaseRecord): PresenceActions {
  const { vault, words, newId, say, nudge } = useSession();
  const kind = 'course-attendance';
  const sessionId = session.record.id;
  const presenceOf = (enrolmentId: string) =>
    attendancesAt(vault, sessionId).find((one) => courseAttendanceFieldsOf(one).enrolment === enrolmentId);
  return {
    presenceOf,
    async set(enrolmentId, isThere) {
      const presence = presenceOf(enrolmentId);
      if (isThere === (presence !== undefined)) return true;
      const answer = await vault.saveChange(
        presence === undefined
          ? { type: 'create', kind, recordId: newId(), fields: { session: sessionId, enrolment: enrolmentId } }
          : { type: 'remove', kind, recordId: presence.record.id },
      );
      if (!answer.ok) say({ text: refusalToText(words, answer.error), tone: 'stop' });
      else nudge();
      return answer.ok;
    },
  };
}
