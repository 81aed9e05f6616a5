import { effect, signal } from '@preact/signals';
import type { VaultFiles } from '../device/vault-files.ts';
import { err, ok } from '../domain/result.ts';
import type { FileProgress, FilesPort, FileToOpen, OpenTrouble } from '../features/files-port.ts';
import { type Carrier, createCarrier } from '../sync/create-carrier.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { fetchFile } from '../sync/fetch-file.ts';
import { createFileServerPort, type Signed } from '../sync/file-server-port.ts';
import { after } from './browser-ports.ts';
import { type Entered, ownServer } from './entrance.ts';
import { filesLockName, leadWithLock } from './locks.ts';

/** Opens the files of an unlocked vault and starts carrying them. `stop` ends it. */
export function startFiles({ unlocked }: Entered, signed: Signed): FilesPort & { readonly stop: () => void } {
  const { vault, openFiles } = unlocked;
  const server = createFileServerPort(ownServer(), signed);
  const lines = signal<FilesPort['lines']['value']>(undefined);
  const progress = signal<FileProgress | undefined>(undefined);
  let carrier: Carrier | undefined;
  let isEnded = false;
  const opened = openFiles();
  let stopWatching = () => {};
  const nudge = () => carrier?.nudge();
  const onVisible = () => document.visibilityState === 'visible' && nudge();
  window.addEventListener('online', nudge);
  document.addEventListener('visibilitychange', onVisible);
  void opened.then((files) => {
    if (!files.ok || isEnded) return;
    carrier = begin(files.value);
    const stopLines = effect(() => {
      lines.value = files.value.lines.value;
    });
    // A file that was added, a record that arrived, a network that is back.
    const stopNudging = effect(() => {
      void [files.value.lines.value, vault.caseload.version.value, vault.status.value.isOnline];
      if (files.value.due().length > 0) nudge();
    });
    stopWatching = () => {
      stopLines();
      stopNudging();
    };
  });

  return {
    lines,
    progress,
    async attach(file) {
      const files = await opened;
      return files.ok ? files.value.attach(file) : files;
    },
    async open(file) {
      const files = await opened;
      const here = files.ok ? await files.value.read(file.sha256) : files;
      if (here.ok && here.value !== undefined) return ok(toBlob(here.value, file));
      const fetched = await fetchFile(server, file, (done, total) => {
        progress.value = { sha256: file.sha256, done, total };
      });
      progress.value = undefined;
      if (!fetched.ok) return err(failureToTrouble(fetched.error));
      // A disk without room shows it all the same: what is kept is only there to be opened sooner.
      const kept = files.ok ? await files.value.keep(file.sha256, file.fileType, fetched.value) : ok(true);
      return kept.ok && !kept.value ? err('broken') : ok(toBlob(fetched.value, file));
    },
    retry: (sha256) => void opened.then((files) => (files.ok ? files.value.retry(sha256) : undefined)).then(nudge),
    stop() {
      isEnded = true;
      stopWatching();
      window.removeEventListener('online', nudge);
      document.removeEventListener('visibilitychange', onVisible);
      carrier?.stop();
    },
  };

  function begin(files: VaultFiles): Carrier {
    return createCarrier({
      files,
      server,
      random: () => Math.random(),
      after,
      lead: async (work) => {
        const how = await leadWithLock(filesLockName(vault.vaultId), work);
        if (how === 'taken-over' && !isEnded) carrier = begin(files);
      },
      tell: (news) => {
        progress.value = news;
      },
      reportFault: (error) => globalThis.reportError(error),
    });
  }
}

/** Only types that `domain/file-type` allows: none that a browser would run. */
const toBlob = (bytes: Uint8Array<ArrayBuffer>, { fileType }: FileToOpen): Blob =>
  new Blob([bytes], { type: fileType });

function failureToTrouble(failure: SyncFailure): OpenTrouble {
  if (failure.type !== 'Refused') return 'offline';
  if (failure.problem === 'NotFound') return 'not-there';
  return failure.problem === 'NotPermitted' ? 'not-permitted' : 'server-trouble';
}
