import type { ComponentChildren } from 'preact';

type Fact = { label: string; value: ComponentChildren };

/** Names and values, two columns: what is known of one thing. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.label} class="fact">
          <dt>{fact.label}</dt>
          <dd>
            <bdi>{fact.value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
