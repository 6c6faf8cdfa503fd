/**
 * For one version more: a file in base64 under `content`, its name under `fileName`, as the API took them before it took files. To be
 * removed with the fields in the OpenAPI document.
 */
import { Readable } from 'node:stream'
import { ProblemError } from '#kernel/problem.ts'
import { type Caller, isRefusedUnasked } from '#platform/authority.ts'
import { fileUseOf } from '#platform/files/upload.ts'
import type { AnyOperation, Engine, Operation } from '#platform/operation.ts'
import { problems } from '#platform/problems.ts'

interface Given {
  readonly input: unknown
  release(): Promise<void>
}

/** The input with a file in place of its base64; what has none is left as it is. */
export async function withBase64File(
  { incoming }: Pick<Engine, 'incoming'>,
  operation: AnyOperation | Operation<never>,
  caller: Caller,
  input: unknown,
): Promise<Given> {
  const use = fileUseOf(operation.input)
  // Nobody's input is looked at before it is known that they may be here at all.
  if (!use?.tookBase64 || !hasContent(input) || isRefusedUnasked(operation, caller))
    return { input, release: async () => undefined }
  const { content, ...others } = input
  if (others.file !== undefined) throw new ProblemError(problems.invalid({}, ['file']))
  const name = nameIn(others)
  if (content.length > (use.maxBytes / 3 + 1) * 4) throw new ProblemError({ ...use.tooLarge(), path: ['file'] })
  if (!isBase64(content)) throw new ProblemError(problems.invalid({}, ['content']))
  const file = await incoming.receive(Readable.from([Buffer.from(content, 'base64')]), { name, use })
  return { input: { ...others, file }, release: () => incoming.release(file) }
}

function hasContent(input: unknown): input is { readonly content: string } & Record<string, unknown> {
  return typeof input === 'object' && input !== null && 'content' in input && typeof input.content === 'string'
}

const longestName = 300

function nameIn({ fileName = '' }: { readonly fileName?: unknown }): string {
  if (typeof fileName !== 'string') throw new ProblemError(problems.invalid({}, ['fileName']))
  if (fileName.length > longestName) throw new ProblemError(problems.tooLong({ maximum: longestName }, ['fileName']))
  return fileName
}

/** Looked at in linear time. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}
