import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CaseRecord } from '../device/open-vault.ts';
import type { FileLine } from '../device/vault-files.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Icon } from '../ui/Icon.tsx';
import { downloadIcon, eyeIcon, refreshIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { attachmentFieldsOf } from './attachment-records.ts';
import { fileSizeToText, fileTypeToText } from './file-words.ts';
import type { FileToOpen, OpenTrouble } from './files-port.ts';
import { useSession } from './session.ts';

type Opened =
  | { readonly what: 'busy' }
  | { readonly what: 'trouble'; readonly trouble: OpenTrouble }
  | { readonly what: 'open'; readonly url: string };

type FileCardProps = {
  readonly held: CaseRecord;
  /** What it is called where several stand on one page; else only whether it is a photo. */
  readonly title?: string;
  /** Fetches it by itself as soon as there is a network: here it has to be looked at. */
  readonly isWanted?: boolean;
  readonly children?: ComponentChildren;
};

/** The file itself: shown where it is here, fetched by a tap where it is not, and what keeps it from going up. */
export function FileCard({ held, title, isWanted = false, children }: FileCardProps) {
  const { vault, words, files } = useSession();
  const { t } = words;
  const file = fileToOpen(held);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const lines = files.lines.value;
  const line = file && lines?.get(file.sha256);
  const isHere = line !== undefined;

  const open = async () => {
    if (file === undefined) return;
    setOpened({ what: 'busy' });
    const answer = await files.open(file);
    setOpened(
      answer.ok ? { what: 'open', url: URL.createObjectURL(answer.value) } : { what: 'trouble', trouble: answer.error },
    );
  };
  // What is here is shown at once; what is not costs the person's network, so they are asked.
  const isFetched = isHere || (isWanted && lines !== undefined && vault.status.value.isOnline);
  useEffect(() => {
    if (isFetched && opened === undefined) void open();
  }, [isFetched]);
  const url = opened?.what === 'open' ? opened.url : undefined;
  useEffect(() => () => void (url === undefined || URL.revokeObjectURL(url)), [url]);

  if (file === undefined || lines === undefined) return null;
  return (
    <Card title={title ?? fileTypeToText(words, file.fileType)}>
      <Stack>
        {children}
        {line !== undefined && <SendingNote line={line} isSaved={held.waiting > 0} />}
        {opened?.what === 'busy' && <Opening sha256={file.sha256} />}
        {opened?.what === 'open' && <Shown held={held} file={file} url={opened.url} />}
        {opened?.what === 'trouble' && (
          <Note tone={opened.trouble === 'broken' ? 'stop' : 'off'} role="alert">
            {t(`files.open.${opened.trouble}`)}
          </Note>
        )}
        {!isHere && opened === undefined && (
          <Note tone="off" icon={downloadIcon} title={t('files.notHere')}>
            {t('files.notHereText')}
          </Note>
        )}
        {(opened === undefined || opened.what === 'trouble') && !isHere && (
          <div>
            <Button icon={downloadIcon} onClick={() => open()}>
              {t('files.download', { size: fileSizeToText(words, file.bytes) })}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}

function fileToOpen(held: CaseRecord): FileToOpen | undefined {
  const { sha256, fileType, bytes } = attachmentFieldsOf(held);
  return sha256 === undefined || fileType === undefined || bytes === undefined
    ? undefined
    : { sha256, fileType, bytes };
}

function Opening({ sha256 }: { readonly sha256: string }) {
  const { words, files } = useSession();
  const progress = files.progress.value;
  const isReceiving = progress?.sha256 === sha256;
  return (
    <Loading
      label={
        isReceiving ? words.t('files.receiving', { n: progress.done, m: progress.total }) : words.t('files.opening')
      }
    />
  );
}

/** A photo in the page; a PDF in the browser's own viewer, which needs a page of its own. Both can be saved. */
function Shown({ held, file, url }: { readonly held: CaseRecord; readonly file: FileToOpen; readonly url: string }) {
  const { words } = useSession();
  const { t } = words;
  const [isShown, setIsShown] = useState(true);
  const { name = '', width, height } = attachmentFieldsOf(held);
  return (
    <>
      {file.fileType !== 'application/pdf' &&
        (isShown ? (
          <img
            class="file-shown"
            src={url}
            alt={name}
            width={width}
            height={height}
            onError={() => setIsShown(false)}
          />
        ) : (
          <Note tone="off">{t('files.open.not-shown')}</Note>
        ))}
      <Stack inline>
        {file.fileType === 'application/pdf' && (
          <a class="btn btn-ghost" href={url} target="_blank" rel="noopener">
            <Icon icon={eyeIcon} />
            <span>{t('files.openNew')}</span>
          </a>
        )}
        <LinkButton href={url} variant="quiet" icon={downloadIcon} download={`${name}.${ENDINGS[file.fileType]}`}>
          {t('files.save')}
        </LinkButton>
      </Stack>
      <p class="small soft">{t('files.saveHint')}</p>
    </>
  );
}

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' } as const;

function SendingNote({ line, isSaved }: { readonly line: FileLine; readonly isSaved: boolean }) {
  const { words, files } = useSession();
  const { t } = words;
  if (line.state === 'failed') {
    return (
      <Note
        tone="stop"
        title={t(`files.failed.${line.failure ?? 'refused'}`)}
        action={
          <Button variant="quiet" icon={refreshIcon} onClick={() => files.retry(line.sha256)}>
            {t('verb.retry')}
          </Button>
        }
      >
        {t('files.failedText')}
      </Note>
    );
  }
  if (line.state !== 'waiting' && !isSaved) return null;
  return (
    <Note tone="wait" title={t('files.waits')}>
      {t('files.waitsText')}
    </Note>
  );
}
