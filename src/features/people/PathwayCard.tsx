import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { findDwelling } from '../dwelling-records.ts';
import { nextStage, placementFieldsOf, stageOf } from '../housing-path.ts';
import { HousingStations, useStayText } from '../housing-stations.tsx';
import { PLACES, withStep } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Where the person stands on the way to a home, and the next step. */
export function PathwayCard({ placement }: { readonly placement: CaseRecord }) {
  const { vault, words } = useSession();
  const fields = placementFieldsOf(placement);
  const { id } = placement.record;
  const mayEdit = useMayEdit(placement);
  const next = nextStage(stageOf(fields));
  const measures = words.formatList((fields.measures ?? []).map((code) => words.list('housingMeasure', code)));
  const dwelling = findDwelling(vault, fields.dwellingId);
  const home = (dwelling && recordTitle(vault, words, dwelling)) ?? fields.address ?? fields.dwelling;
  const about = [
    home === fields.dwelling ? undefined : fields.dwelling,
    fields.contributionCents && words.t('housing.contribution', { money: words.formatMoney(fields.contributionCents) }),
    fields.rentCents && words.t('housing.rent', { money: words.formatMoney(fields.rentCents) }),
  ].filter((part) => part !== undefined && part !== 0 && part !== '');
  return (
    <Card title={words.t('people.housing')} aside={useStayText(fields)} asideAtEnd>
      <HousingStations fields={fields} />
      <RowList inset>
        <CardRow
          href={PLACES.placement(id)}
          title={home ?? measures}
          aside={home === undefined || measures === '' ? undefined : measures}
          subtitle={about.join(' · ') || undefined}
          mark={
            next !== undefined && mayEdit ? (
              <LinkButton
                variant="ghost"
                href={withStep(PLACES.editPlacement(id), next)}
                name={words.t('housing.nextIs', { stage: words.list('stage', next) })}
              >
                {words.t('housing.next')}
              </LinkButton>
            ) : undefined
          }
        />
      </RowList>
    </Card>
  );
}
