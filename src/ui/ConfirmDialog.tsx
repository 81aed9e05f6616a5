import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

type ConfirmDialogProps = {
  readonly title: string;
  readonly closeLabel: string;
  readonly noLabel: string;
  readonly yesLabel: string;
  /** What follows cannot be taken back, or may hurt. */
  readonly isGrave?: boolean;
  readonly busy?: boolean;
  readonly onNo: () => void;
  readonly onYes: () => unknown;
  /** What happens if the answer is yes. */
  readonly children: ComponentChildren;
};

/** Asks once more, the safe answer first. Open as long as it is rendered. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, closeLabel, noLabel, yesLabel, isGrave = false, busy, onNo, onYes, children } = props;
  return (
    <Dialog
      title={title}
      closeLabel={closeLabel}
      onClose={onNo}
      actions={
        <>
          <Button variant="quiet" onClick={onNo}>
            {noLabel}
          </Button>
          <Button variant={isGrave ? 'stop' : undefined} busy={busy} onClick={onYes}>
            {yesLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
