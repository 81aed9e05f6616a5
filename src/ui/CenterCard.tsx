import type { ComponentChildren } from 'preact';
import { Brand } from './Brand.tsx';

type CenterCardProps = {
  brand: { title: string; subtitle: string };
  /** A `StatePill`. */
  state?: ComponentChildren;
  title: string;
  children: ComponentChildren;
};

/** A screen with one question in the middle: enrol, sign in, unlock. */
export function CenterCard({ brand, state, title, children }: CenterCardProps) {
  return (
    <div class="center">
      <div class="center-column">
        <header class="center-head">
          <Brand {...brand} />
          {state && <div class="center-state">{state}</div>}
        </header>
        <main class="card center-card" id="main" tabIndex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
      </div>
    </div>
  );
}
