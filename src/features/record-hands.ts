import type { OpenVault } from '../device/open-vault.ts';

/** Whether this person decides a conflict between these records: coordinators all of them, others where they wrote one. */
export const hasHandIn = ({ caseload, actor }: OpenVault, ids: readonly string[]): boolean =>
  actor.role === 'coordinator' ||
  ids.some((id) => {
    const record = caseload.find(id)?.record;
    return record?.createdBy.id === actor.id || record?.updatedBy.id === actor.id;
  });
