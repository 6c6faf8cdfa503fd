/** Reads a backup file: decrypted where it is encrypted, unpacked, its frames checked; what is wrong with it told as a problem. */
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ProblemError } from '#kernel/problem.ts'
import { decrypted } from './backup-encryption.ts'
import { damaged, type Frames, readFrames } from './backup-format.ts'
import { databaseProblems } from './problems.ts'

/**
 * Gives the frames to `take`, which must read them to their end.
 * @throws ProblemError `database.notABackup`, `damagedBackup`, `passphraseNeeded`, `wrongPassphrase`
 */
export async function readBackup<T>(
  input: Readable,
  passphrase: string | undefined,
  take: (frames: Frames) => Promise<T>,
): Promise<T> {
  const plain = (bytes: AsyncIterable<Buffer>) => decrypted(bytes, passphrase)
  try {
    return await pipeline(input, plain, createGunzip(), (bytes: AsyncIterable<Buffer>) => take(readFrames(bytes)))
  } catch (error) {
    throw problemOf(error as NodeJS.ErrnoException)
  }
}

/** Reads it to its end: whole, and its hashes right. */
export function readThrough(input: Readable, passphrase?: string): Promise<void> {
  return readBackup(input, passphrase, async (frames) => {
    for await (const _ of frames);
  })
}

function problemOf(error: NodeJS.ErrnoException): unknown {
  if (error instanceof ProblemError) return error
  const { code = '', message } = error
  if (code === 'Z_DATA_ERROR' && message === 'incorrect header check') {
    return new ProblemError(databaseProblems.notABackup())
  }
  return code.startsWith('Z_') ? damaged(message) : error
}
