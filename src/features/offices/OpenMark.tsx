import { closeIcon } from '../../ui/icons.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { useSession } from '../session.ts';

/** Open until when, or closed, by what is written on the door. */
export function OpenMark({ until }: { readonly until: string | undefined }) {
  const { t } = useSession().words;
  return until === undefined ? (
    <StateMark tone="off" icon={closeIcon} label={t('offices.closed')} />
  ) : (
    <StateMark tone="ok" loud label={t('offices.openUntil', { time: until })} />
  );
}
