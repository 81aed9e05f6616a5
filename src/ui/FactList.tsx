import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';

type Fact = { label: string; value: ComponentChildren };

/** From here on a value is a text to read: half a phone is too narrow for it. In characters. */
const LONG_FROM = 50;

/** Names and values, two columns: what is known of one thing. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.label} class={classNames('fact', isLong(fact) && 'fact-long')}>
          <dt>{fact.label}</dt>
          <dd>
            <bdi>{fact.value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isLong = ({ value }: Fact): boolean => typeof value === 'string' && value.length >= LONG_FROM;
