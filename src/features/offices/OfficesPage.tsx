import type { CaseRecord } from '../../device/open-vault.ts';
import { findClosingTime } from '../../domain/opening-hours.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { plusIcon, searchIcon, shareIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { officeFieldsOf, officesOf } from '../office-records.ts';
import { instantToMoment } from '../opening-words.ts';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { mayKeepDirectory } from './may-keep-directory.ts';
import { OpenMark } from './OpenMark.tsx';
import { filterOffices, languagesSpoken } from './office-rows.ts';

const ROW_PX = 75;

/** The offices and services of the city, on the device: by name, by language, by who is open now. */
export function OfficesPage() {
  const { vault, words, now } = useSession();
  const { t } = words;
  const [text, setText] = useKept('offices:text', '');
  const [language, setLanguage] = useKept<string | undefined>('offices:language', undefined);
  const [isOpenOnly, setIsOpenOnly] = useKept('offices:open', false);
  const offices = officesOf(vault);
  const moment = instantToMoment(words, now());
  const shown = filterOffices(
    offices,
    { text, language, openAt: isOpenOnly ? moment : undefined },
    (type) => words.findMessage(`list.officeKind.${type}`) ?? '',
  );
  const newOffice = mayKeepDirectory(vault) ? (
    <LinkButton href={PLACES.newOffice} icon={plusIcon} variant="ghost">
      {t('offices.new')}
    </LinkButton>
  ) : undefined;
  if (offices.length === 0) {
    return (
      <Screen title={t('offices.title')} backTo={PLACES.more}>
        <Card>
          <EmptyState
            icon={shareIcon}
            title={t('offices.none')}
            text={t(newOffice ? 'offices.noneText' : 'offices.noneAsk')}
            action={newOffice}
          />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen
      title={t('offices.title')}
      subtitle={t('offices.count', { n: offices.length })}
      backTo={PLACES.more}
      extras={newOffice}
    >
      <Stack>
        <TextField label={t('offices.search')} type="search" value={text} onInput={setText} />
        <Select
          label={t('offices.language')}
          options={languagesSpoken(offices).map((value) => ({ value, label: words.languageName(value) }))}
          value={language}
          onInput={setLanguage}
          emptyLabel={t('offices.anyLanguage')}
        />
        <Checkbox
          label={t('offices.openOnly')}
          hint={t('offices.openHint')}
          value={isOpenOnly}
          onInput={setIsOpenOnly}
        />
        <p class="sr-only" role="status">
          {t('offices.count', { n: shown.length })}
        </p>
        {shown.length === 0 ? (
          <Card>
            <EmptyState icon={searchIcon} title={t('offices.notFound')} text={t('offices.notFoundHow')} />
          </Card>
        ) : (
          <Card flat>
            <VirtualList
              key={`${language} ${isOpenOnly}`}
              label={t('offices.title')}
              items={shown}
              keyOf={({ record }) => record.id}
              row={(held) => <OfficeRow held={held} />}
              estimatePx={ROW_PX}
              restoreKey="offices"
            />
          </Card>
        )}
      </Stack>
    </Screen>
  );
}

function OfficeRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, now } = useSession();
  const { hours } = officeFieldsOf(held);
  return (
    <CardRowBody
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      href={PLACES.office(held.record.id)}
      mark={hours && <OpenMark until={findClosingTime(hours, instantToMoment(words, now()))} />}
    />
  );
}
