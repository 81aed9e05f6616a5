import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Double } from '../../domain/find-doubles.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { doneIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { tieDots } from '../../ui/tie-dots.ts';
import { markDifferent } from '../different-people.ts';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { MarkedCard } from './MarkedCard.tsx';
import { doublesFound, scanDoubles } from './scan-doubles.ts';

/** A piece of the look through everybody: short enough that a tap in between is answered at once. */
const PIECE_MS = 30;
/** More than one works through before looking again. */
const SHOWN_MAX = 100;

/** Who may be registered twice, for who coordinates: each pair leads to the page where the two are compared. */
export function DoublesPage() {
  const { vault, words } = useSession();
  const { t } = words;
  const left = useScan();
  const total = vault.caseload.ofKind('beneficiary').length;
  const pairs = doublesFound(vault);
  return (
    <Screen title={t('doubles.title')} backTo={PLACES.more}>
      <Stack>
        {pairs.length > 0 && <p>{t('doubles.text')}</p>}
        {left > 0 && (
          <Loading
            label={t('doubles.looking')}
            done={total - left}
            total={total}
            detail={t('doubles.progress', { done: words.formatNumber(total - left), total: words.formatNumber(total) })}
          />
        )}
        <p class="sr-only" role="status">
          {left === 0 ? t('doubles.found', { n: pairs.length }) : ''}
        </p>
        {pairs.length > 0 && (
          <Card flat title={t('doubles.found', { n: pairs.length })}>
            <RowList>
              {pairs.slice(0, SHOWN_MAX).map((pair) => (
                <PairRow key={`${pair.one} ${pair.other}`} pair={pair} />
              ))}
            </RowList>
          </Card>
        )}
        <MarkedCard />
        {pairs.length === 0 && left === 0 && (
          <Card>
            <EmptyState icon={doneIcon} title={t('doubles.none')} text={t('doubles.noneText')} />
          </Card>
        )}
      </Stack>
    </Screen>
  );
}

function PairRow({ pair: { one, other, reasons } }: { readonly pair: Double }) {
  const { vault, words, newId, say } = useSession();
  const saved = useSaved();
  const [first, second] = [vault.caseload.find(one), vault.caseload.find(other)];
  if (first === undefined || second === undefined) return null;
  const [name, otherName] = [recordTitle(vault, words, first), recordTitle(vault, words, second)];
  const more = [recordSubtitle(words, first), recordSubtitle(words, second)].filter((part) => part !== '');
  const mark = async () => {
    const answer = await vault.saveChange(markDifferent(newId(), one, other));
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <CardRow
      title={words.t('doubles.pair', { one: name, other: otherName })}
      aside={reasons.map((reason) => words.t(`people.reason.${reason}`)).join(', ')}
      subtitle={more.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {tieDots(line)}
        </Fragment>
      ))}
      mark={
        <Stack inline>
          <Button
            variant="quiet"
            name={words.t('doubles.areTwoOf', { one: name, other: otherName })}
            onClick={() => mark()}
          >
            {words.t('doubles.areTwo')}
          </Button>
          <LinkButton
            variant="ghost"
            href={PLACES.merge(one, other)}
            name={words.t('doubles.compareOf', { one: name, other: otherName })}
          >
            {words.t('doubles.compare')}
          </LinkButton>
        </Stack>
      }
    />
  );
}

/** Looks in pieces while the page is open; answers how many people are left. */
function useScan(): number {
  const { vault, today } = useSession();
  const version = vault.caseload.version.value;
  const [left, setLeft] = useState(() => vault.caseload.ofKind('beneficiary').length);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const startedMs = performance.now();
      const rest = scanDoubles(vault, today(), () => performance.now() - startedMs > PIECE_MS);
      setLeft(rest);
      if (rest > 0) timer = setTimeout(work, 0);
    };
    work();
    return () => clearTimeout(timer);
  }, [vault, version]);
  return left;
}
