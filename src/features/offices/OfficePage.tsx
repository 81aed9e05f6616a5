import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '../../device/open-vault.ts';
import { findClosingTime } from '../../domain/opening-hours.ts';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { editIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { fieldLabel } from '../field-words.ts';
import { addressToMap, MapLink } from '../map-link.tsx';
import { NotHere } from '../not-here.tsx';
import { officeFieldsOf } from '../office-records.ts';
import { hoursLines, instantToMoment } from '../opening-words.ts';
import { PLACES } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton } from '../record-standing.tsx';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { mayKeepDirectory } from './may-keep-directory.ts';
import { OpenMark } from './OpenMark.tsx';

/** One office: where, when, in which language, and the ways to reach it by a tap. */
export function OfficePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'office') return <NotHere title={words.t('offices.title')} listPlace={PLACES.offices} />;
  const { type } = officeFieldsOf(held);
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={type && words.list('officeKind', type)}
      backTo={PLACES.offices}
      banner={<RecordBanners held={held} others={[]} />}
    >
      <Columns
        main={
          <>
            <Reach held={held} />
            <Hours held={held} />
          </>
        }
        side={<Keep held={held} />}
      />
    </Screen>
  );
}

function Reach({ held }: { readonly held: CaseRecord }) {
  const { words, municipalityName } = useSession();
  const { address, phone, email, link, languages, note } = officeFieldsOf(held);
  const facts: [string, ComponentChildren][] = [];
  if (address !== undefined) {
    facts.push([
      'address',
      <>
        {address}
        <br />
        <MapLink href={addressToMap(`${address}, ${municipalityName}`)} />
      </>,
    ]);
  }
  if (phone !== undefined) facts.push(['phone', <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>]);
  if (email !== undefined) facts.push(['email', <a href={`mailto:${email}`}>{email}</a>]);
  if (link !== undefined) {
    facts.push([
      'link',
      <a href={link} target="_blank" rel="noopener noreferrer">
        {new URL(link).host}
      </a>,
    ]);
  }
  if (languages !== undefined) facts.push(['languages', words.formatList(languages.map(words.languageName))]);
  if (note !== undefined) facts.push(['note', note]);
  return (
    <Card title={words.t('offices.facts')}>
      <FactList facts={facts.map(([field, value]) => ({ label: fieldLabel(words, 'office', field), value }))} />
      <Authorship held={held} />
    </Card>
  );
}

function Hours({ held }: { readonly held: CaseRecord }) {
  const { words, now } = useSession();
  const { hours } = officeFieldsOf(held);
  if (hours === undefined) return null;
  return (
    <Card
      title={fieldLabel(words, 'office', 'hours')}
      aside={<OpenMark until={findClosingTime(hours, instantToMoment(words, now()))} />}
      asideAtEnd
    >
      <FactList facts={hoursLines(words, hours).map(({ day, spans }) => ({ label: day, value: spans }))} />
      <p class="soft">{words.t('offices.openHint')}</p>
    </Card>
  );
}

function Keep({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const { id, removed } = held.record;
  return (
    <>
      {mayKeepDirectory(vault) && !removed && (
        <LinkButton href={PLACES.editOffice(id)} variant="quiet" wide icon={editIcon}>
          {words.t('verb.correct')}
        </LinkButton>
      )}
      <RemoveButton held={held} fallback={PLACES.offices} />
    </>
  );
}
