import type { ComponentChildren } from 'preact';
import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { mayTouchField } from '../../domain/permissions.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { fieldLabel } from '../field-words.ts';
import { MapLink, pointToMap } from '../map-link.tsx';
import { findOfficeName } from '../office-records.ts';
import { serviceFieldsOf } from '../own-services.ts';
import { PLACES } from '../places.ts';
import { nameOfPerson } from '../record-words.ts';
import { RestrictedValue } from '../restricted-value.tsx';
import { groupTitle, membersOf } from '../service-groups.ts';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { serviceFacts } from './service-facts.ts';

type Fact = { readonly label: string; readonly value: ComponentChildren };

/** What was done, line by line; the person, the group and the map are ways on, the restricted note opens by a tap. */
export function ServiceFacts({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const { beneficiary, group, placePoint } = serviceFieldsOf(held);
  const members = group === undefined ? [] : membersOf(vault, group);
  const isReadable = mayTouchField('read', vault.actor, 'service', 'restrictedNote', held.record);
  const fact = (field: string, value: ComponentChildren): Fact => ({
    label: fieldLabel(words, 'service', field),
    value,
  });

  const facts: Fact[] = serviceFacts(words, held).map(({ label, value }) => ({ label, value }));
  if (group !== undefined && members.length > 1) {
    facts.unshift(fact('group', <a href={PLACES.group(group)}>{groupTitle(words, members)}</a>));
  }
  if (beneficiary !== undefined) {
    facts.unshift(
      fact(
        'beneficiary',
        <a href={PLACES.person(survivorIn(vault)(beneficiary))}>{nameOfPerson(vault, words, beneficiary)}</a>,
      ),
    );
  }
  facts.push(...officeFacts(vault, words, [held]));
  if (placePoint !== undefined) facts.push(fact('placePoint', <MapLink href={pointToMap(placePoint)} />));
  if (isReadable && held.record.fields.restrictedNote !== undefined) {
    facts.push(fact('restrictedNote', <RestrictedValue held={held} field="restrictedNote" />));
  }
  return (
    <Card title={words.t('service.facts')}>
      <FactList facts={facts} />
    </Card>
  );
}

/** Where these services sent somebody, when all of them say the same office. */
export function officeFacts(vault: OpenVault, words: Translator, services: readonly CaseRecord[]): Fact[] {
  const [office, ...others] = new Set(services.map((held) => serviceFieldsOf(held).referralOffice));
  const name = findOfficeName(vault, office);
  if (office === undefined || name === undefined || others.length > 0) return [];
  return [{ label: fieldLabel(words, 'service', 'referralOffice'), value: <a href={PLACES.office(office)}>{name}</a> }];
}
