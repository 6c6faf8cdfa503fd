/** Where files are kept: on disk, or in an S3 store where the settings name one. */
import { join } from 'node:path'
import type { Settings } from '#platform/settings.ts'
import type { Files } from './kept-file.ts'
import { filesOnDisk } from './on-disk.ts'
import { filesOnS3, s3Folder } from './on-s3.ts'

export { DamagedFileError, type FileAtPath, type Files, type KeptFile, nameOf, type OpenFile } from './kept-file.ts'
export { layOut } from './laying-out.ts'
export { filesOnDisk } from './on-disk.ts'
export { filesOnS3 } from './on-s3.ts'

type Place = Pick<Settings, 'dataFolder' | 'diskReserve' | 's3'>

export function openFiles({ dataFolder, diskReserve, s3 }: Place): Files {
  return s3 ? filesOnS3(s3, dataFolder) : filesOnDisk(join(dataFolder, 'files'), diskReserve)
}

/** Where they lie, for who copies them. */
export function filesIn({ dataFolder, s3 }: Omit<Place, 'diskReserve'>): string {
  return s3 ? `${s3.url}/${s3Folder}` : join(dataFolder, 'files')
}
