/** Kept files, wherever they lie: named by their SHA-256, so the same content is kept once, and what was read is what was written. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

export interface Files {
  /** Keeps the content under its name. Throws `files.*` where the disk has no room for it or takes nothing. */
  write(content: Uint8Array): Promise<string>
  /** Keeps a file that lies at a path, streamed, under its name, which is its hash. Throws the same, and where it is no longer what it was. */
  add(file: FileAtPath): Promise<void>
  /** The content of a name; throws when it is missing or no longer what was written. */
  read(name: string): Promise<Uint8Array>
  /** The file of a name, to be sent piece by piece; undefined when it is missing or no longer what was written. */
  open(name: string): Promise<OpenFile | undefined>
  has(name: string): Promise<boolean>
  remove(name: string): Promise<void>
  /** Every kept file, with when it was last written. */
  list(): AsyncGenerator<KeptFile>
  /** Removes what writes that were cut off before then have left behind. Returns how many there were. */
  removeLeftovers(before: Date): Promise<number>
  /** What is free, for us, on the disk where they lie, or where they arrive on their way to a store. */
  free(): Promise<number>
}

/** Content to be kept: its hash, and where it lies now. */
export interface FileAtPath {
  readonly hash: string
  readonly path: string
  readonly size: number
}

export interface OpenFile {
  readonly size: number
  /** Bytes `from` to `to`, both included. */
  stream(from: number, to: number): ReadableStream<Uint8Array>
}

export interface KeptFile {
  readonly name: string
  readonly bytes: number
  readonly at: Date
}

/** The name under which content is kept. */
export function nameOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

export function isName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}

/** Where a file lies below its store, the same in every kind, so that a store can be copied as it is. */
export function placeOf(name: string): string {
  if (!isName(name)) throw new Error(`not the name of a kept file: ${name}`)
  return `${name.slice(0, 2)}/${name}`
}

/** What a store gives for a name is not what was written under it: damaged there, or on its way. */
export class DamagedFileError extends Error {
  constructor(name: string, why = 'its content has another hash') {
    super(`file ${name} is not what was written: ${why}`)
    this.name = 'DamagedFileError'
  }
}

/** The content piece by piece, with an error in place of its end where it is not what the name says. */
export async function* checked(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256')
  for await (const piece of pieces) {
    sum.update(piece)
    yield piece
  }
  if (sum.digest('hex') !== name) throw new DamagedFileError(name)
}

/** The content of a file at a path, checked as it is read. */
export function contentAt({ path, hash }: FileAtPath): AsyncGenerator<Uint8Array> {
  return checked(createReadStream(path), hash)
}
