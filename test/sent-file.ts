/** A file as it reaches an operation, for those who call operations without a form. */
import { Readable } from 'node:stream'
import { fileUseOf, type Upload } from '#platform/files/upload.ts'
import type { AnyOperation, Engine } from '#platform/operation.ts'

export function sentFile(
  { incoming }: Pick<Engine, 'incoming'>,
  { name: taker, input }: Pick<AnyOperation, 'name' | 'input'>,
  { name, content }: { readonly name: string; readonly content: Uint8Array },
): Promise<Upload> {
  const use = fileUseOf(input)
  if (!use) throw new Error(`${taker} takes no file`)
  return incoming.receive(Readable.from([content]), { name, use })
}
