import { useState } from 'preact/hooks';
import type { Result } from '../../domain/result.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { cloudUploadIcon } from '../../ui/icons.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import type { Carried, RescueTrouble } from '../remote-ports.ts';
import { useSession } from '../session.ts';
import { carriedToText } from './safety-words.ts';

/** What the server takes at most; ten thousand changes, more than one file holds, weigh less. */
const FILE_BYTES_MAX = 32 * 1024 * 1024;

/** A file that somebody else's device could not send: handed to the server with this one's network. */
export function CarryIn() {
  const { words, remote } = useSession();
  const { t } = words;
  const [answer, setAnswer] = useState<Result<Carried, RescueTrouble> | 'busy' | undefined>(undefined);

  const carry = async (file: File) => {
    setAnswer('busy');
    setAnswer(
      file.size > FILE_BYTES_MAX
        ? { ok: false, error: 'not-a-rescue-file' }
        : await remote.carryRescueFile(await file.text()),
    );
  };

  return (
    <>
      <h3>{t('rescue.carry.title')}</h3>
      <p>{t('rescue.carry.what')}</p>
      {answer === 'busy' ? (
        <Loading label={t('rescue.carry.going')} />
      ) : (
        <div>
          <FileButton
            icon={cloudUploadIcon}
            accept=".txt,.json,text/plain,application/json"
            onChoose={(file) => void carry(file)}
          >
            {t('rescue.carry.choose')}
          </FileButton>
        </div>
      )}
      {answer !== undefined && answer !== 'busy' && <CarriedNote answer={answer} />}
    </>
  );
}

function CarriedNote({ answer }: { answer: Result<Carried, RescueTrouble> }) {
  const { words } = useSession();
  const { t } = words;
  if (answer.ok) {
    const { taken, held, unreadable } = answer.value;
    return (
      <Note tone={unreadable > 0 ? 'wait' : 'ok'} role="status" title={carriedToText(words, answer.value)}>
        {taken > 0 && <p>{t('rescue.carried.taken')}</p>}
        {held > 0 && <p>{t('rescue.carried.held')}</p>}
        {unreadable > 0 && <p>{t('rescue.carried.unreadable')}</p>}
      </Note>
    );
  }
  return (
    <Note tone={answer.error === 'offline' ? 'off' : 'stop'} role="alert">
      {troubleText(answer.error)}
    </Note>
  );

  function troubleText(trouble: RescueTrouble): string {
    switch (trouble) {
      case 'offline':
      case 'not-a-rescue-file':
      case 'newer-file':
      case 'vault-unknown':
        return t(`rescue.trouble.${trouble}`);
      default:
        return t(`remote.${trouble}`);
    }
  }
}
