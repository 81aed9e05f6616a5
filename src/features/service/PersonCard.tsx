import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { personIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { nameOfPerson, recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';

/** For whom the service is, with enough to tell two Mohameds apart. */
export function PersonCard({ person, onChange }: { readonly person: string; readonly onChange: () => void }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(survivorIn(vault)(person));
  return (
    <Card flat>
      <RowList label={words.t('service.forWhom')}>
        <CardRow
          icon={personIcon}
          title={nameOfPerson(vault, words, person)}
          subtitle={held && recordSubtitle(words, held)}
          mark={
            <TextButton name={words.t('service.changePerson')} onClick={onChange}>
              {words.t('verb.change')}
            </TextButton>
          }
        />
      </RowList>
    </Card>
  );
}
