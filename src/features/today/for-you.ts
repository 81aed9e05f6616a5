import type { OpenVault } from '../../device/open-vault.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { Translator } from '../../i18n/translate.ts';
import { alertIcon, doneIcon, type IconNode, returnIcon } from '../../ui/icons.ts';
import { type AttentionItem, attentionOn } from '../attention-items.ts';
import { conflictText } from '../conflict-words.ts';
import { fieldLabel } from '../field-words.ts';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { findReturnComment } from '../return-comment.ts';
import { firstNameOf } from '../screen.tsx';
import { groupTitle, rowWords } from '../service-groups.ts';
import { settledReason } from '../settled-words.ts';
import { refusalToText } from '../use-save.ts';

type ForYouRow = {
  readonly key: string;
  readonly icon: IconNode;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
};

/** What waits for this person's hand: what the server refused or two people dispute, and what came back. */
export function forYouRows(vault: OpenVault, words: Translator, today: CalendarDate): ForYouRow[] {
  return [
    ...attentionOn(vault, today).map((item) => attentionRow(vault, words, item, today)),
    ...settledRow(vault, words),
  ];
}

/** All of it in one row: nothing has to be done about it. */
function settledRow(vault: OpenVault, words: Translator): ForYouRow[] {
  const [first] = vault.settled.value;
  if (first === undefined) return [];
  const title = words.t('attention.settled.group');
  const record = namedRecord(vault, words, first.change.recordId, first.change.kind);
  const subtitle = joined(record, settledReason(words, first));
  return [{ key: 'settled', icon: doneIcon, title, subtitle, href: PLACES.attention }];
}

function attentionRow(vault: OpenVault, words: Translator, item: AttentionItem, today: CalendarDate): ForYouRow {
  const { recordId } = item;
  const mend = { icon: alertIcon, title: words.t('nav.attention'), href: PLACES.attentionTo(recordId) };
  switch (item.what) {
    case 'refused': {
      const [first] = item.items;
      const reason = first?.refusal ? refusalToText(words, first.refusal) : '';
      const record = namedRecord(vault, words, recordId, first?.change.kind ?? '');
      return { ...mend, key: `refused ${recordId}`, subtitle: joined(record, reason) };
    }
    case 'disputed': {
      const kind = vault.caseload.find(recordId)?.record.kind ?? '';
      const field = fieldLabel(words, kind, item.field);
      const record = namedRecord(vault, words, recordId, kind);
      return {
        ...mend,
        key: `disputed ${recordId} ${item.field}`,
        subtitle: words.t('today.disputed', { field, record }),
      };
    }
    case 'overfull':
    case 'placedTwice':
      return { ...mend, key: `${item.what} ${recordId}`, subtitle: conflictText(vault, words, item) };
    case 'returned': {
      const { record } = item.record;
      const isGroup = item.members.length > 1;
      const comment = findReturnComment(record)?.text;
      return {
        key: `returned ${recordId}`,
        icon: returnIcon,
        title: words.t('today.returnedBy', {
          name: record.review.by ? firstNameOf(record.review.by.name) : words.t('today.coordination'),
        }),
        subtitle: joined(
          comment === undefined ? '' : words.t('quoted', { text: comment }),
          isGroup
            ? joined(words.t('kind.service'), groupTitle(words, item.members))
            : namedRecord(vault, words, recordId, record.kind),
        ),
        href: rowWords(vault, words, { held: item.record, members: item.members }, today).href,
      };
    }
  }
}

/** "Inserimento · Ousmane C."; a person is just called by name, and what never arrived here by its kind. */
function namedRecord(vault: OpenVault, words: Translator, recordId: string, kind: string): string {
  const held = vault.caseload.find(recordId);
  const kindName = words.findMessage(`kind.${kind}`) ?? kind;
  if (held === undefined) return kindName;
  const title = recordTitle(vault, words, held);
  return kind === 'beneficiary' ? title : joined(kindName, title);
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');
