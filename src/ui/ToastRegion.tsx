import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { checkIcon, closeIcon, type IconNode } from './icons.ts';

type Toast = {
  id: string;
  text: string;
  icon?: IconNode | undefined;
  action?: { label: string; onAct: () => void } | undefined;
};

type ToastRegionProps = { toasts: readonly Toast[]; closeLabel: string; onClose: (id: string) => void };

/** Short news at the foot of the screen, said politely. Always in the page, so that screen readers know it; the caller keeps the time. */
export function ToastRegion({ toasts, closeLabel, onClose }: ToastRegionProps) {
  return (
    <div class="toasts" role="status">
      {toasts.map((toast) => (
        <div key={toast.id} class="toast">
          <Icon icon={toast.icon ?? checkIcon} />
          <span class="toast-text">{toast.text}</span>
          <div class="toast-actions">
            {toast.action && (
              <Button variant="quiet" onClick={toast.action.onAct}>
                {toast.action.label}
              </Button>
            )}
            <button type="button" class="icon-button" aria-label={closeLabel} onClick={() => onClose(toast.id)}>
              <Icon icon={closeIcon} />
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}
