import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';

type Tile = { href: string; label: string; icon: IconNode };

/** The big doors of the home screen; the first is the thing to do next. */
export function Tiles({ tiles, label }: { tiles: readonly Tile[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul class="tiles">
        {tiles.map((tile, index) => (
          <li key={tile.href}>
            <a class={classNames('tile', index === 0 && 'tile-main')} href={tile.href}>
              <Icon icon={tile.icon} />
              <span>{tile.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
