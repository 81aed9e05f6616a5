import type { OpenVault } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';

/** Whether the person may write offices, and so correct them: the directory is kept by coordinators and belongs to nobody. */
export const mayKeepDirectory = ({ actor }: OpenVault): boolean => mayCreate(actor, 'office');
