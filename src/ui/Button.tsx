import type { ComponentChildren, RefObject } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { type IconNode, refreshIcon } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import { isOfDoubleTap, useOnce } from './use-once.ts';

/** main: the thing to do next (one a screen) · ghost: beside it · quiet: all else · ok: agree · stop: mend or take away. */
export type ButtonVariant = 'main' | 'ghost' | 'quiet' | 'ok' | 'stop';

type ButtonProps = {
  children: ComponentChildren;
  variant?: ButtonVariant | undefined;
  /** 60 px and as wide as its place. */
  big?: boolean | undefined;
  /** As wide as its place, at the usual height. */
  wide?: boolean | undefined;
  icon?: IconNode | undefined;
  /** An icon that points turns round where the text runs from the right. */
  iconMirrored?: boolean | undefined;
  /** The key that does the same; the caller listens for it. */
  kbd?: string | undefined;
  /** Work is going on: a second tap does nothing, focus stays. */
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  type?: 'button' | 'submit' | undefined;
  /** Id of the form that it sends, where it stands outside of it. */
  form?: string | undefined;
  /** The whole name for screen readers, where the words alone do not say which thing is meant. Must contain them. */
  name?: string | undefined;
  /** Id of the text that says more, such as why this cannot be done now. */
  describedBy?: string | undefined;
  buttonRef?: RefObject<HTMLButtonElement | null> | undefined;
  /** Where it gives a promise, a second tap before its end, or the second half of a double tap, does nothing. */
  onClick?: ((event: MouseEvent) => unknown) | undefined;
};

/** A button that does something here; to go somewhere use `LinkButton`. */
export function Button(props: ButtonProps) {
  const { variant = 'main', big, wide, icon, kbd, busy, type = 'button' } = props;
  const once = useOnce();
  const onClick = (event: MouseEvent) => {
    // aria-disabled instead of disabled while busy: a disabled button drops the focus, and the person loses the place.
    if (busy) event.preventDefault();
    else once(() => props.onClick?.(event), isOfDoubleTap(event));
  };
  return (
    <button
      type={type}
      form={props.form}
      ref={props.buttonRef ?? null}
      class={classNames('btn', `btn-${variant}`, big && 'btn-big', wide && 'btn-wide', busy && 'btn-busy')}
      disabled={props.disabled ?? false}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={props.name}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={kbd}
      onClick={onClick}
    >
      {busy ? <Icon icon={refreshIcon} /> : icon && <Icon icon={icon} mirrored={props.iconMirrored} />}
      <span>{props.children}</span>
      {kbd && <Kbd name={kbd} />}
    </button>
  );
}
