import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { placeIcon, refreshIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import type { Stop } from '../own-services.ts';
import { repeatLastStop } from '../places.ts';
import { useSession } from '../session.ts';
import { stopToText } from '../stop-words.ts';

/** Where one was last, to go on from there. The day is told only when it was another one. */
export function LastStop({ stop }: { readonly stop: Stop }) {
  const { words, today } = useSession();
  const { date, types = [], ...place } = stop;
  const done = words.formatList(types.map((type) => words.t(`service.short.${type}`)));
  const { title, subtitle } = stopToText(words, date === today() ? place : stop, today());
  return (
    <Card eyebrow={words.t('today.lastStop')}>
      <RowList inset label={words.t('today.lastStop')}>
        <CardRow icon={placeIcon} title={title} subtitle={[subtitle, done].filter((part) => part !== '').join(' · ')} />
      </RowList>
      <LinkButton
        variant="ghost"
        wide
        icon={refreshIcon}
        href={repeatLastStop}
        name={words.t('today.repeatName', { place: title })}
      >
        {words.t('today.repeat')}
      </LinkButton>
    </Card>
  );
}
