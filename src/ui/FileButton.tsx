import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';

type FileButtonProps = {
  children: string;
  /** Kinds that the chooser offers first, as for `accept`. */
  accept: string;
  icon?: IconNode | undefined;
  disabled?: boolean | undefined;
  /** On a phone or tablet the camera opens at once; elsewhere it is a chooser like the others. */
  camera?: boolean | undefined;
  onChoose: (file: File) => void;
};

/** Chooses one file. The native input keeps keyboard and screen reader; what is seen is a button like the others. */
export function FileButton({ children, accept, icon, disabled, camera, onChoose }: FileButtonProps) {
  return (
    <label class="btn btn-quiet file-button">
      <input
        type="file"
        class="sr-only"
        accept={accept}
        capture={camera ? 'environment' : undefined}
        disabled={disabled ?? false}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Emptied, so that the same file can be chosen once more.
          if (file !== undefined) onChoose(file);
          event.currentTarget.value = '';
        }}
      />
      {icon && <Icon icon={icon} />}
      <span>{children}</span>
    </label>
  );
}
