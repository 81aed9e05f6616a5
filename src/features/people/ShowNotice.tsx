import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import type { NoticeLanguage } from '../../domain/lists/notice.ts';
import { noticeOn } from '../../domain/notice/notice-on.ts';
import { Button } from '../../ui/Button.tsx';
import { noticeIcon } from '../../ui/icons.ts';
import { listOf } from '../field-values.ts';
import { useMayEdit } from '../record-standing.tsx';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { NoticeHandover } from './NoticeHandover.tsx';

type ShowNoticeProps = {
  readonly spoken: readonly string[];
  readonly onGiven: ((language: NoticeLanguage) => void) | undefined;
};

/** Opens the informativa over the whole screen. */
export function ShowNotice({ spoken, onGiven }: ShowNoticeProps) {
  const { t } = useSession().words;
  const [isShown, setIsShown] = useState(false);
  const close = () => setIsShown(false);
  return (
    <>
      <Button variant="quiet" wide icon={noticeIcon} onClick={() => setIsShown(true)}>
        {t('notice.show')}
      </Button>
      {isShown && (
        <NoticeHandover
          spoken={spoken}
          onGiven={
            onGiven &&
            ((language) => {
              close();
              onGiven(language);
            })
          }
          onClose={close}
        />
      )}
    </>
  );
}

/** The same from the page of a registered person: handing over is an edit of its own. */
export function ShowNoticeTo({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today, say } = useSession();
  const saved = useSaved();
  const mayEdit = useMayEdit(held);
  const { id, kind, version, fields } = held.record;

  async function record(language: NoticeLanguage): Promise<void> {
    const answer = await vault.saveChange({
      type: 'edit',
      kind,
      recordId: id,
      seenVersion: version,
      fields: { notice: { from: fields.notice ?? null, to: noticeOn(today(), language) } },
    });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  }

  return (
    <ShowNotice spoken={listOf(fields.languages)} onGiven={mayEdit ? (language) => void record(language) : undefined} />
  );
}
