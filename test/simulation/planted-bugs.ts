// long because it is one table: an entry a bug.
/**
 * Bugs that somebody could write, and that the simulation has to find: each is a change of the source as it is loaded into one simulated
 * process; nothing under src knows of them. `seed` is one that is known to find it (`npm run simulate -- --planted` looks for it from 1).
 */
export type PlantedBug = {
  readonly name: string;
  readonly seed: number;
  readonly patches: readonly { readonly file: string; readonly from: string; readonly to: string }[];
};

const bug = (name: string, seed: number, file: string, from: string, to: string): PlantedBug => ({
  name,
  seed,
  patches: [{ file, from, to }],
});

const DATABASE = 'test/simulation/memory-database.ts';
const PAGE = 'test/simulation/store/read-page.ts';
const ALL_TAKEN = `await store.applyVerdicts(items.map(({ seq, change }) => ({ seq, changeId: change.id, verdict: 'accepted' as const })), [], stream)`;
const NO_ANSWER = `  if (!answer.ok) return answer;
  const isAnswered`;

const CLEAR_FIRST = {
  file: 'src/sync/create-mailer.ts',
  from: '    for (const vault of vaults) {',
  to: '    await clearWhatMayNotStay(round);\n    for (const vault of vaults) {',
};
const UNSENT_UNSEEN = {
  file: 'src/sync/create-mailer.ts',
  from: 'if (vaults.some(({ unsent }) => unsent > 0)) return;',
  to: '',
};

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'the cursor is a timestamp',
    seed: 16,
    patches: [
      {
        file: PAGE,
        from: '({ version }) => version > after',
        to: '({ receivedAt }) => Date.parse(receivedAt ?? "") > after',
      },
      {
        file: PAGE,
        from: 'one.version - other.version',
        to: 'Date.parse(one.receivedAt ?? "") - Date.parse(other.receivedAt ?? "")',
      },
      {
        file: PAGE,
        from: 'records.at(-1)?.version ?? after',
        to: 'Math.max(after, ...records.map((record) => Date.parse(record.receivedAt ?? "")))',
      },
    ],
  },
  bug(
    'the row leaves the outbox before the verdict',
    11,
    'src/device/mark-sending.ts',
    'const row = await advanceStream(',
    'await db.outbox.bulkDelete(present.map(({ change }): [string, string] => [vaultId, change.id]));\n      const row = await advanceStream(',
  ),
  bug(
    'the server answers before it commits',
    6,
    DATABASE,
    `            if (database.crash('before-commit')) return await new Promise<never>(() => undefined);
            commit();`,
    `            scheduler.after(30, () => { if (!database.crash('before-commit')) commit(); });
            if (Math.abs(1) === 1) return value;`,
  ),
  bug(
    'writes are not flushed',
    226,
    'src/device/database.ts',
    `chromeTransactionDurability: 'strict'`,
    `chromeTransactionDurability: 'relaxed'`,
  ),
  bug(
    '"saved" is said before the row is on the disk',
    1,
    'src/device/save-change.ts',
    `return (await writeItems(session, [change], replaced, beside)) ? ok(change) : err({ type: 'RecordUnknown' });`,
    'void writeItems(session, [change], replaced, beside).catch(() => undefined);\n    return ok(change);',
  ),
  bug(
    'a full disk is taken for a success',
    10,
    'src/device/save-change.ts',
    'return written.ok ? written.value : written;',
    'return written.ok ? written.value : ok(unparsed);',
  ),
  bug(
    'the last writer wins',
    4,
    'src/domain/apply-edit.ts',
    'return isChangedSince && !isSameValue(current, from) && !isSameValue(current, to);',
    'return isChangedSince && current === from && current !== to;',
  ),
  bug(
    'merge is by whole record',
    4,
    'src/domain/apply-edit.ts',
    'return isChangedSince && !isSameValue(current, from) && !isSameValue(current, to);',
    'return record.version > change.seenVersion && !isSameValue(current, to);',
  ),
  bug(
    'the clock of the device orders edits',
    14,
    'src/domain/apply-edit.ts',
    'const disputed = edits.filter(',
    'if (context.decision !== undefined && change.at < record.updatedAt) return ok({ record: undefined, outcome: "accepted" });\n    const disputed = edits.filter(',
  ),
  bug(
    'the other value of a conflict is thrown away',
    20,
    'src/domain/apply-edit.ts',
    'const conflicts = [...record.conflicts, ...others];',
    'const conflicts = [...record.conflicts, ...others.slice(1)];',
  ),
  bug(
    'A → B → A is dropped as no change',
    4,
    'src/device/save-change.ts',
    'const replaced = findReplaced();',
    `const replaced = findReplaced();
    const known = session.memory.confirmed.find(change.recordId)?.fields ?? {};
    if (change.type === 'edit' && Object.entries(change.fields).every(([name, { to }]) => (known[name] ?? null) === to)) return ok(change);`,
  ),
  bug(
    'numbers are used again after the server was restored',
    35,
    'src/device/new-stream.ts',
    'streamId: newId(),',
    'streamId: stream.streamId,',
  ),
  // A new stream that merely counts at one is harmless: numbers that come twice are answered as disordered, and the device numbers anew.
  bug(
    'what waits gets no place in a new stream',
    42,
    'src/device/new-stream.ts',
    'seq: placesById.get(row.changeId) ?? 0',
    'seq: placesById.size < 0 ? 1 : 0',
  ),
  bug(
    'a retry has a new id',
    72,
    'src/device/new-stream.ts',
    'await db.outbox.bulkPut(rows);',
    `await db.outbox.bulkDelete(found.map(({ changeId }): [string, string] => [stream.vaultId, changeId]));
  await db.outbox.bulkPut(rows.map((row) => ({ ...row, changeId: newId() })));`,
  ),
  bug(
    'a tombstone is forgotten',
    5,
    PAGE,
    '({ version }) => version > after',
    '({ version, removed }) => version > after && !removed',
  ),
  bug('rows are not locked', 13, DATABASE, 'for (const id of sorted) await lock(', 'for (const id of sorted) void ('),
  bug("the municipality's counter is not locked", 45, DATABASE, `await lock('head');`, ''),
  bug(
    'a change is known in its own stream only',
    42,
    DATABASE,
    '(row.isFirst && ids.has(row.changeId))',
    '(row.isFirst && ids.has(""))',
  ),
  bug(
    'a number is believed whatever it carries',
    35,
    'src/server/push/check-stream.ts',
    'if (logged === undefined || logged.hash !== replay.hash || logged.changeId !== replay.changeId) return true;',
    'if (logged === undefined) return true;\n  if (logged.hash !== replay.hash) return false;',
  ),
  bug(
    "somebody's first sign-in clears the queue of the device",
    252,
    'src/device/vault-rows.ts',
    `db.transaction('rw', db.vaults, db.streams, async () => {
      await db.vaults.add({`,
    `db.transaction('rw', db.vaults, db.streams, db.outbox, async () => {
      await db.outbox.clear();
      await db.vaults.add({`,
  ),
  bug(
    'a 404 deletes the queue',
    47,
    'src/sync/run-effect.ts',
    NO_ANSWER,
    `  if (!answer.ok && answer.error.type === 'NotOurServer' && answer.error.status === 404) ${ALL_TAKEN};\n${NO_ANSWER}`,
  ),
  bug(
    'a server error discards what was sent',
    106,
    'src/sync/run-effect.ts',
    NO_ANSWER,
    `  if (!answer.ok && answer.error.type === 'NotOurServer' && answer.error.status >= 500) ${ALL_TAKEN};\n${NO_ANSWER}`,
  ),
  bug(
    'a portal with 200 is an answer',
    15,
    'src/sync/run-effect.ts',
    NO_ANSWER,
    `  if (!answer.ok && answer.error.type === 'NotOurServer' && answer.error.status === 200) ${ALL_TAKEN};\n${NO_ANSWER}`,
  ),
  bug(
    '"safe" is said when the sending begins',
    1,
    'src/sync/create-sync.ts',
    'patch({ activity, safeAt: undefined });',
    'patch({ activity, safeAt: instantOf(ports.nowMs()) });',
  ),
  bug(
    'the receipt is not compared',
    3,
    'src/sync/create-sync.ts',
    'const isSafe = isEqual && ports.store.waitingCount() === 0 && unread.ok && !unread.value;',
    'const isSafe = true;',
  ),
  bug(
    'what was refused is dropped',
    19,
    'src/device/apply-verdicts.ts',
    `if (verdict?.verdict !== 'refused') return [];`,
    `if (verdict?.verdict !== 'refused' || verdict.changeId !== '') return [];`,
  ),
  bug(
    'what was sent can still be undone',
    202,
    'src/device/undo-changes.ts',
    ' || row.seq <= handedSeq) return undefined;',
    ' || handedSeq < 0) return undefined;',
  ),
  bug(
    'the cursor moves before the page is stored',
    1,
    'src/device/store-page.ts',
    '  const stored = await session.write(async () => {\n    const tables',
    '  await db.streams.update(vaultId, { cursor });\n  const stored = await session.write(async () => {\n    const tables',
  ),
  bug(
    'expiry takes the queue along',
    46,
    'src/device/expire-locked-vaults.ts',
    'if ((await live.count()) > 0) continue;',
    'await live.delete();',
  ),
  bug(
    'what is out of scope after a full pull goes, unsent changes too',
    280,
    'src/device/store-page.ts',
    'await db.segments.bulkDelete(outdated.map((order) => [vaultId, order]));',
    `await db.segments.bulkDelete(outdated.map((order) => [vaultId, order]));
      if (outdated.length > 0) await db.outbox.where({ vaultId }).delete();`,
  ),
  bug(
    'a lost database looks like a new device',
    16,
    'src/device/open-device.ts',
    'if (row === undefined && (await ports.marker.find()) !== undefined) {',
    'if (row === undefined && (await ports.marker.find()) === "") {',
  ),
  bug(
    'one refused change stops the push',
    19,
    'src/server/push/apply-push.ts',
    'const answered = [...replayed, ...decided.changes];',
    'const answered = [...replayed, ...decided.changes];\n    if (decided.changes.some(({ verdict }) => verdict.verdict === "refused")) throw new Error("poison");',
  ),
  bug(
    'compaction forgets half of what it rewrites',
    3,
    'src/device/compact-segments.ts',
    'const sealed = await sealSegments({ key: session.key, newId: ports.newId }, records);',
    'const sealed = await sealSegments({ key: session.key, newId: ports.newId }, records.slice(1));',
  ),
  bug(
    'what the server took is not kept for its restore',
    280,
    'src/device/apply-verdicts.ts',
    'await keepTaken(db, before, takenIds, ports.now());',
    '',
  ),
  bug(
    'what is kept goes with the first receipt, in a backup or not',
    280,
    'src/device/enter-epoch.ts',
    'if (backedUpMark !== undefined) await dropBackedUp(db, stream.row, backedUpMark);',
    'await dropBackedUp(db, stream.row, 1e9);',
  ),
  {
    name: 'a revoked device is cleared before its work is handed over',
    seed: 41,
    patches: [
      CLEAR_FIRST,
      UNSENT_UNSEEN,
      {
        file: 'src/device/leave-device.ts',
        from: 'if ((await findUnsentRows(db, vaultId)).length > 0) return undefined;',
        to: 'await findUnsentRows(db, vaultId);',
      },
    ],
  },
  {
    name: 'the vault of a closed account leaves with its work',
    seed: 66,
    patches: [
      CLEAR_FIRST,
      UNSENT_UNSEEN,
      {
        file: 'src/sync/create-mailer.ts',
        from: 'if (vault.isClosed && vault.unsent === 0 && (await handOverFiles(vault, round)))',
        to: 'if (vault.isClosed)',
      },
      { file: 'src/device/leave-device.ts', from: 'if (left > 0 || (', to: 'if (left < 0 || (' },
    ],
  },
  bug(
    'what is held for a coordinator is written down nowhere',
    41,
    'src/server/mailbox/take-mail.ts',
    'return holdChanges(pool, scope, { owner, vaultId: vault.id, changes, at: clock.now() });',
    `return changes.map(({ change }) => ({ changeId: change.id, became: 'held' as const }));`,
  ),
  bug(
    'a rotation leaves the slots sealed to the old key',
    14,
    'src/server/vaults/open-vault.ts',
    'const slot = await sealEscrowSlot(opened.value.raw, next, vault.id);',
    'const slot = vault.slot;',
  ),
  {
    name: 'a recovered vault keeps the former slot',
    seed: 9,
    patches: [
      {
        file: 'src/device/vault-rows.ts',
        from: `await rootToSlotKey(root, vaultId), vaultId);
  return attempt(async () => {
    await db.vaults.update(vaultId, { slots: { ...slots, password }, isPasswordStale: undefined });`,
        to: `await rootToSlotKey(root, vaultId), vaultId);
  return attempt(async () => {
    await db.vaults.update(vaultId, { slots: { ...slots, password, former: slots.password } as never, isPasswordStale: undefined });`,
      },
      {
        file: 'src/device/vault-doors.ts',
        from: 'if (!opened.ok) return opened;',
        to: `const { former } = found.value.slots as { former?: never };
  const again = opened.ok || former === undefined ? undefined : await openPasswordSlot(former, slotKey, vaultId);
  if (again?.ok) return openVaultWithKey(place, vaultId, again.value.key, onProgress);
  if (!opened.ok) return opened;`,
      },
    ],
  },
  bug(
    'a password that the server refuses opens the vault all the same',
    189,
    'src/device/vault-doors.ts',
    `if (found.value.isPasswordStale === true) return err({ type: 'PasswordStale' });`,
    '',
  ),
  bug(
    'a recovery makes a new data key',
    9,
    'src/app/recover-vault.ts',
    'const replaced = await device.replacePassword(vaultId, opened.value, root);',
    `opened.value.raw.reverse();
  const replaced = await device.replacePassword(vaultId, opened.value, root);`,
  ),
  bug(
    'a new epoch begins without what was kept',
    59,
    'src/device/kept-changes.ts',
    'const kept = await findKept(db, vaultId);',
    'const kept = (await findKept(db, vaultId)).slice(0, 0);',
  ),
  bug(
    'a locked device never asks for the epoch',
    59,
    'src/sync/create-mailer.ts',
    'vaults.some(({ isBackupFor }) => isBackupFor)',
    'vaults.some(({ vaultId }) => vaultId === "")',
  ),
  bug(
    'rows of a rescue file that do not fit are left out',
    209,
    'src/server/mailbox/take-mail.ts',
    'const left = carrier === undefined ? [] : readable.slice(taken.length);',
    'const left = readable.slice(0, 0);',
  ),
  bug(
    'what a coordinator settled leaves without a word',
    33,
    'src/device/apply-standings.ts',
    'await db.meta.bulkPut(said.map(({ row }) => row));',
    '',
  ),
  bug(
    'what is still refused leaves with what was settled',
    19,
    'src/device/apply-standings.ts',
    `=> standing !== 'refused' && standing !== 'held';`,
    `=> standing !== 'held';`,
  ),
  bug(
    "a coordinator's yes counts as a first decision again",
    212,
    'src/server/push/settle-item.ts',
    'settling: { isAgain: first !== undefined },',
    'settling: { isAgain: first === null },',
  ),
  bug(
    'a merge cannot be taken back',
    349,
    'src/domain/apply-change.ts',
    'return ok(separate);',
    'return ok({ ...separate, ...(record.mergedInto && { mergedInto: record.mergedInto }) });',
  ),
  bug(
    'a revoked device still comes in',
    359,
    'src/server/auth/authenticate.ts',
    "if (session.isDeviceRevoked) return err({ type: 'DeviceRevoked' });",
    '',
  ),
  {
    name: 'a closed account still comes in',
    seed: 66,
    patches: [
      {
        file: 'src/server/auth/authenticate.ts',
        from: "if (session.isAccountDisabled) return err({ type: 'AccountDisabled' });",
        to: '',
      },
      {
        file: 'src/server/routes/session.ts',
        from: 'if (account.isDisabled) {',
        to: 'if (account.isDisabled && at === "") {',
      },
    ],
  },
  bug(
    'another change of the author takes the refused one along',
    12,
    'src/device/save-change.ts',
    'const saved = await saveInPlaceOf(session, stamp(session, change), () => []);',
    `const saved = await saveInPlaceOf(session, stamp(session, change), () =>
    refusedItems(session).filter((item) => item.change.recordId === change.recordId),
  );`,
  ),
  bug(
    'what was mailed leaves before its verdict',
    6,
    'src/device/locked-mail.ts',
    `        db.transaction('rw', streams, async () => {
          const stream = await streams.get(vaultId);
          // On another`,
    `        db.transaction('rw', streams, outbox, async () => {
          const stream = await streams.get(vaultId);
          if (stream?.streamId === streamId)
            await outbox.where({ vaultId }).and((row) => row.state === 'waiting' && row.seq > 0 && row.seq <= seq).delete();
          // On another`,
  ),
  bug(
    'accepted later is not kept for restore',
    199,
    'src/device/apply-standings.ts',
    'await keepTaken(db, { vaultId, streamId: NO_STREAM }, acceptedIds, ports.now());',
    '',
  ),
  bug(
    'the server decides without what else is about the same subject',
    128,
    'src/server/push/workspace.ts',
    '[subject, ...(idsBySubject.get(subject) ?? [])]',
    '[subject]',
  ),
  bug(
    'what is brought back is not asked again',
    137,
    'src/domain/apply-change.ts',
    'if (checked !== undefined && !checked.ok) return checked;',
    '',
  ),
  bug(
    'who leaves one household may be in two until then',
    87,
    'src/domain/kinds/household-member.ts',
    'areTogether(fields, one.fields as Partial<HouseholdMember>),',
    'one.fields.toDate === undefined && areTogether(fields, one.fields as Partial<HouseholdMember>),',
  ),
  bug(
    'a placement that ends has no more nights to share',
    257,
    'src/domain/kinds/placement-periods.ts',
    '(startsBefore(one.start, other.end) && startsBefore(other.start, one.end));',
    '(one.end !== undefined && startsBefore(one.start, other.end) && startsBefore(other.start, one.end));',
  ),
  bug(
    'of a stay only the first night is looked at',
    98,
    'src/domain/overfull.ts',
    '[claim.from, ...placed.map(({ from }) => from).filter((day) => isThereOn(claim, day))].sort()',
    '[claim.from]',
  ),
  bug(
    'a month told otherwise is another month',
    97,
    'src/domain/kinds/monthly-situation.ts',
    'one.fields.month === fields.month,',
    'one.fields.month === fields.month && one.fields.situation === fields.situation,',
  ),
  bug(
    'an exit may be asked after twice on two days',
    257,
    'src/domain/kinds/exit-follow-up.ts',
    'one.fields.after === fields.after,',
    'one.fields.after === fields.after && one.createdAt.slice(0, 16) === context.today,',
  ),
  bug(
    'only what was paid counts against a ceiling',
    18,
    'src/domain/kinds/contribution.ts',
    'const others = context.related.filter((one) => isSameSum(one, fields));',
    `const others = context.related.filter((one) => isSameSum(one, fields) && one.fields.state === 'PAGA');`,
  ),
  bug(
    'a phone at a door is shown who else was counted',
    37,
    'src/domain/visible-record.ts',
    "if (actor.role === 'guest' && record.kind !== 'event' && record.createdBy.id !== actor.id) return undefined;",
    '',
  ),
  bug(
    'each scan of a card is another person',
    77,
    'src/domain/event-figures.ts',
    'persons.add(person);',
    'persons.add(beneficiary === undefined ? String(persons.size) : person);',
  ),
  bug(
    'one file that the server will not have holds up all others',
    38,
    'src/sync/create-carrier.ts',
    "['FileTypeRefused', 'BodyInvalid', 'BodyTooLarge']",
    "['BodyInvalid', 'BodyTooLarge']",
  ),
  bug(
    'a sealed file counts as handed over with its first piece',
    158,
    'src/sync/mail-files.ts',
    'if (answer.value.isWhole) return ok(true);',
    'if (answer.ok) return ok(true);',
  ),
  bug(
    'a restored server is not offered again the files that it had',
    398,
    'src/device/vault-files.ts',
    "if (row.state === 'kept' && isNamed && !isElsewhere)",
    "if (row.state === 'kept' && isNamed && row.sentEpoch === undefined)",
  ),
  bug(
    'whoever names a file is believed to have had it',
    38,
    'src/server/files/find-readable.ts',
    'const held = readable.find(({ isHeld }) => isHeld);',
    'const held = readable[0];',
  ),
  bug(
    'a correction that nobody looked at is on the shelf',
    28,
    'src/domain/shared-record.ts',
    "=== updatedBy.id ? 'withdraw' : 'keep';",
    "=== updatedBy.id ? 'withdraw' : 'publish';",
  ),
  bug(
    'what is opened again stays on the shelf',
    148,
    'src/domain/shared-record.ts',
    "=== updatedBy.id ? 'withdraw' : 'keep';",
    "=== updatedBy.id ? 'keep' : 'keep';",
  ),
  bug('another city is told who wrote a practice', 28, 'src/domain/shared-record.ts', 'createdBy: city,', ''),
  bug(
    'a place in a course is given twice',
    27,
    'src/domain/kinds/enrolment.ts',
    'return other === undefined ?',
    'return other === undefined || context.record === undefined ?',
  ),
];
