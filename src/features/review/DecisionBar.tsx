import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { checkIcon, returnIcon } from '../../ui/icons.ts';
import { useSession } from '../session.ts';
import type { DetailHands } from './detail-hands.ts';

type DecisionBarProps = Pick<DetailHands, 'isLast' | 'onValidate' | 'onStartReturn' | 'onLater'> & {
  readonly validateLabel: string;
  readonly returnLabel: string;
};

/** What a coordinator may do with what is open, each with its key. */
export function DecisionBar(props: DecisionBarProps) {
  const { t } = useSession().words;
  return (
    <ActionBar>
      <Button variant="ok" icon={checkIcon} kbd="V" onClick={props.onValidate}>
        {props.validateLabel}
      </Button>
      <Button variant="quiet" icon={returnIcon} kbd="R" onClick={props.onStartReturn}>
        {props.returnLabel}
      </Button>
      <Button variant="quiet" kbd="J" disabled={props.isLast} onClick={props.onLater}>
        {t('review.later')}
      </Button>
    </ActionBar>
  );
}
