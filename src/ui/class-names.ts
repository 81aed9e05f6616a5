/** Joins the class names that apply: `classNames('chip', isOn && 'on')`. */
export function classNames(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
