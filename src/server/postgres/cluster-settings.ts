import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './postgres-failure.ts';
import { replaceFile } from './replace-file.ts';
import type { PostgresAccount } from './run-as.ts';

export const DATABASE_NAME = 'taccuino';
export const OWNER_ROLE = 'taccuino_owner';
export const APP_ROLE = 'taccuino_app';

const SETTINGS_FILE = 'taccuino.conf';

/** For 2 cores and little memory. initdb's own file keeps what it measured; a person's lines below the include win. */
const SETTINGS = `# Written by the server at each start. Put changes at the end of postgresql.conf instead.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 40
superuser_reserved_connections = 0

# What was answered "saved" is on disk.
fsync = on
synchronous_commit = on
full_page_writes = on

shared_buffers = 128MB
effective_cache_size = 512MB
work_mem = 8MB
maintenance_work_mem = 64MB
max_wal_size = 512MB
checkpoint_timeout = 5min
io_method = sync
max_worker_processes = 4
max_parallel_workers_per_gather = 0
idle_in_transaction_session_timeout = 60s
timezone = 'UTC'

# One file a day of the month, overwritten in the next. Logs carry no personal data. Messages of errors and their details repeat values of rows, so statements and ERROR
# messages stay out ("log" ranks above "error"); the server, which receives them, decides what it says about them.
logging_collector = on
log_destination = 'stderr'
log_directory = 'log'
log_filename = 'postgres-%d.log'
log_file_mode = 0600
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_timezone = 'UTC'
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_statement = 'none'
log_min_duration_statement = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_connections = ''
log_disconnections = off
`;

/** The superuser has no password and no line here: it exists only for this module, through single-user mode. */
const ACCESS = `# Written by the server at each start.
host all ${OWNER_ROLE} 127.0.0.1/32 scram-sha-256
host all ${APP_ROLE} 127.0.0.1/32 scram-sha-256
`;

/** Written only where they differ, so that a full disk does not stop a server that has nothing to write. */
export async function writeClusterSettings(clusterDir: string, account: PostgresAccount): Promise<void> {
  const owner = account.how === 'self' ? undefined : account;
  await replaceIfDifferent(join(clusterDir, SETTINGS_FILE), SETTINGS, owner);
  await replaceIfDifferent(join(clusterDir, 'pg_hba.conf'), ACCESS, owner);
}

export const includeClusterSettings = (clusterDir: string): Promise<void> =>
  appendFile(join(clusterDir, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);

async function replaceIfDifferent(path: string, text: string, owner?: { uid: number; gid: number }): Promise<void> {
  const current = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (current !== text) await replaceFile(path, text, owner);
}
