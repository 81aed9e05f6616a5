/**
 * The task switcher of a tablet shows a picture of every app: while nobody looks at this one, it is blank. An attribute and a style,
 * not a render, because the picture is taken at once. A computer shows windows side by side, so there only a page that cannot be seen
 * is covered; a finger's device also covers when it loses the focus, which comes before the picture.
 *
 * A web app cannot forbid screenshots; what the system takes before it tells the page stays its own.
 */
export function startCoverWhileAway(): () => void {
  const root = document.documentElement;
  const isTouch = window.matchMedia('(pointer: coarse)');
  const leave = () => {
    root.dataset.away = '';
  };
  const look = () => {
    if (document.visibilityState === 'hidden') leave();
    else delete root.dataset.away;
  };
  const blur = () => {
    if (isTouch.matches) leave();
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('blur', blur);
  // Whoever touches it is here, whatever the system said of the focus.
  for (const sign of SIGNS_OF_RETURN) window.addEventListener(sign, look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('blur', blur);
    for (const sign of SIGNS_OF_RETURN) window.removeEventListener(sign, look);
    delete root.dataset.away;
  };
}

const SIGNS_OF_RETURN = ['focus', 'pageshow', 'pointerdown', 'keydown'] as const;
