/** How the embedded server is set for the machine it runs on: the database shares it with one Node process. */
import { totalmem } from 'node:os'

interface ServerSettings {
  readonly port: number
  /** False only in tests. */
  readonly fsync: boolean
}

/** Command line options: they win over the files in the cluster, and follow the machine when it grows. */
export function serverOptions({ port, fsync }: ServerSettings, memory = totalmem()): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %a ',
    log_checkpoints: 'off',
    random_page_cost: 1.1,
    checkpoint_timeout: '15min',
    wal_compression: 'pglz',
    ...(fsync ? memorySettings(memory) : testSettings),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const testSettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '64MB' }

/** On 24 GB: 4.8 GB of shared buffers, 61 MB for one sort, 1 GB for building an index. */
function memorySettings(memory: number): Record<string, string> {
  const share = (part: number, least: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, (memory * part) / 2 ** 20)))}MB`
  return {
    shared_buffers: share(1 / 5, 128, 8192),
    effective_cache_size: share(3 / 5, 256, 2 ** 20),
    work_mem: share(1 / 400, 4, 64),
    maintenance_work_mem: share(1 / 24, 64, 1024),
    max_wal_size: share(1 / 6, 1024, 4096),
  }
}
