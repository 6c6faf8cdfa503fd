/**
 * Backups under a passphrase, in the age format (age-encryption.org/v1): chunks of ChaCha20-Poly1305, each authenticated and in its
 * place, the last one marked. The key comes of the passphrase by scrypt, here on a thread of Node's own so that nobody waits for it;
 * `age --decrypt` opens the files too.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { Readable } from 'node:stream'
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption'
import { ProblemError } from '#kernel/problem.ts'
import { composed } from '#kernel/text.ts'
import { damaged } from './backup-format.ts'
import { databaseProblems } from './problems.ts'

/** The base-2 logarithm of the work: half a second and 128 MB for every guess. */
const work = 17
/** More is asked for by no file of ours, and would take all the memory. */
const mostWork = 20

export async function* encrypted(bytes: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipientOf(passphrase))
  yield* await encrypter.encrypt(webStream(bytes))
}

const head = Buffer.from('age-encryption.org/v1\n')

/** The bytes as they were before they were encrypted; bytes that are not encrypted come as they are. */
export async function* decrypted(bytes: AsyncIterable<Buffer>, passphrase: string | undefined): AsyncGenerator<Buffer> {
  const pieces = bytes[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  for (let next = await nextOf(pieces, start); next; next = await nextOf(pieces, start))
    start = Buffer.concat([start, next])
  const reading = { failure: undefined as unknown }
  const all = whole(start, pieces, reading)
  if (!start.subarray(0, head.length).equals(head)) return yield* all
  if (passphrase === undefined) throw new ProblemError(databaseProblems.passphraseNeeded())
  const decrypter = new Decrypter()
  decrypter.addIdentity(identityOf(passphrase))
  try {
    for await (const piece of await decrypter.decrypt(webStream(all))) yield Buffer.from(piece)
  } catch (error) {
    throw reading.failure ?? problemOf(error as Error)
  }
}

/** The next piece while there are too few bytes to know the head by. */
async function nextOf(pieces: AsyncIterator<Buffer>, start: Buffer): Promise<Buffer | undefined> {
  if (start.length >= head.length) return undefined
  const next = await pieces.next()
  return next.done ? undefined : next.value
}

/** Errors of the disk are told as what they are, not as a file that was altered. */
async function* whole(
  start: Buffer,
  pieces: AsyncIterator<Buffer>,
  reading: { failure: unknown },
): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start
  try {
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  } catch (error) {
    reading.failure = error
    throw error
  }
}

function problemOf(error: Error): ProblemError {
  if (error instanceof ProblemError) return error
  const isOtherKey = error.message.startsWith('no identity matched')
  return isOtherKey ? new ProblemError(databaseProblems.wrongPassphrase()) : damaged(error.message)
}

function webStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>
}

const label = 'age-encryption.org/v1/scrypt'
const cipher = 'chacha20-poly1305'
const tagLength = 16
const nonce = Buffer.alloc(12)

function recipientOf(passphrase: string): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16)
      const encryption = createCipheriv(cipher, await keyOf(passphrase, salt, work), nonce, {
        authTagLength: tagLength,
      })
      const body = Buffer.concat([encryption.update(fileKey), encryption.final(), encryption.getAuthTag()])
      return [new Stanza(['scrypt', base64(salt), String(work)], new Uint8Array(body))]
    },
  }
}

function identityOf(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [{ args, body } = { args: [], body: new Uint8Array() }] = stanzas
      const [kind, salt = '', logarithm = ''] = args
      if (stanzas.length !== 1 || kind !== 'scrypt') throw new Error('it is not encrypted with a passphrase')
      if (!/^[1-9]\d?$/.test(logarithm) || Number(logarithm) > mostWork || body.length <= tagLength)
        throw new Error('the head is not one of a passphrase')
      const key = await keyOf(passphrase, Buffer.from(salt, 'base64'), Number(logarithm))
      return openedKey(key, body)
    },
  }
}

/** Null where the key is another one. */
function openedKey(key: Buffer, body: Uint8Array): Uint8Array | null {
  const decryption = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength })
  decryption.setAuthTag(body.subarray(-tagLength))
  try {
    return new Uint8Array(Buffer.concat([decryption.update(body.subarray(0, -tagLength)), decryption.final()]))
  } catch {
    return null
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** The same passphrase gives the same key however its tone marks were typed. */
function keyOf(passphrase: string, salt: Buffer, logarithm: number): Promise<Buffer> {
  const options = { N: 2 ** logarithm, r: 8, p: 1, maxmem: 2 ** (logarithm + 11) }
  return new Promise((resolve, reject) => {
    scrypt(composed(passphrase), Buffer.concat([Buffer.from(label), salt]), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
