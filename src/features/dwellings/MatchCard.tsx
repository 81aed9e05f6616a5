import type { CaseRecord } from '../../device/open-vault.ts';
import type { Match, MatchReason } from '../../domain/match-dwellings.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Reasons } from '../../ui/Reasons.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { reasonText } from './match-words.ts';

type MatchCardProps = {
  readonly dwelling: CaseRecord;
  readonly match: Match;
  readonly onTake: (dwelling: CaseRecord, freeFrom: string) => Promise<void>;
};

/** One dwelling that suits: why, what is to be thought of, and the tap that takes it. */
export function MatchCard({ dwelling, match, onTake }: MatchCardProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const name = recordTitle(vault, words, dwelling);
  const freeFrom = match.reasons.find(isPeriod)?.from ?? today();
  return (
    <Card title={<a href={PLACES.dwelling(dwelling.record.id)}>{name}</a>} aside={recordSubtitle(words, dwelling)}>
      <Stack>
        <Reasons
          goodLabel={t('findHome.good')}
          badLabel={t('findHome.bad')}
          reasons={match.reasons.map((reason) => ({
            key: reason.about,
            isGood: reason.good,
            text: reasonText(words, reason, today()),
          }))}
        />
        <div>
          <Button variant="ghost" name={t('findHome.takeName', { name })} onClick={() => onTake(dwelling, freeFrom)}>
            {t('findHome.take')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

const isPeriod = (reason: MatchReason): reason is MatchReason & { readonly about: 'period' } =>
  reason.about === 'period';
