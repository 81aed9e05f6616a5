/** What every detail of the queue is given: where it stands, and what its buttons do. */
export type DetailHands = {
  /** The person came here by deciding or walking on: a screen reader starts at the title. */
  readonly isArrival: boolean;
  readonly isLast: boolean;
  readonly onValidate: () => void;
  readonly onStartReturn: () => void;
  readonly onReturn: (comment: string) => void;
  readonly onCancelReturn: () => void;
  readonly onLater: () => void;
};
