import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { doorsOf, groupDoor } from '../doors.ts';
import { homeOf } from '../places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

/** What the round + opens: the four things of the doors of home and the rarer ones, each with a word on what it is for. */
export function RegisterPage() {
  const { vault, words, go } = useSession();
  return (
    <Screen title={words.t('register.title')} backTo={homeOf(vault.actor.role)}>
      <Card flat>
        <RowList label={words.t('today.doors')}>
          {[...doorsOf(words), groupDoor(words)].map(({ href, label, hint, icon }) => (
            <CardRow
              key={href}
              icon={icon}
              title={label}
              subtitle={hint}
              // In place of this page, so that saving goes back to where the + was tapped.
              onSelect={() => go(href, { replace: true })}
            />
          ))}
        </RowList>
      </Card>
    </Screen>
  );
}
