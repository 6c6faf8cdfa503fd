/** The addresses of the running system. */
import { path } from '#platform/web/path.ts'

export const systemPath = path('/system')
export const backupRunsPath = path('/system/backups')
