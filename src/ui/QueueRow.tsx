import { classNames } from './class-names.ts';
import { tieDots } from './tie-dots.ts';

type QueueRowProps = {
  title: string;
  subtitle?: string | undefined;
  time?: string | undefined;
  /** Open in the detail pane now. */
  current?: boolean | undefined;
  onOpen: () => void;
  checked: boolean;
  onCheck: (checked: boolean) => void;
  /** Name of the tick box: "Scegli Inserimento · Ousmane C.". */
  checkLabel: string;
};

/** One line of a queue, without `<li>`: tick it for many at once, or open it beside. */
export function QueueRow(props: QueueRowProps) {
  return (
    <div class={classNames('queue-row', props.current && 'queue-row-current')}>
      <label class="tick">
        <input
          type="checkbox"
          checked={props.checked}
          onChange={(event) => props.onCheck(event.currentTarget.checked)}
        />
        <span class="sr-only">{props.checkLabel}</span>
      </label>
      <div class="row-text">
        <button
          type="button"
          class="row-title row-link"
          aria-current={props.current ? 'true' : undefined}
          onClick={props.onOpen}
        >
          {props.title}
        </button>
        {props.subtitle && <p class="soft">{tieDots(props.subtitle)}</p>}
      </div>
      {props.time && <span class="small num">{props.time}</span>}
    </div>
  );
}
