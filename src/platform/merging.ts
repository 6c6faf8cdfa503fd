/** Texts that several people write: what each changed stays, and where two changed the same they are told. */

/** Texts by the names of their fields. */
export type Texts<Field extends string> = Readonly<Record<Field, string>>

export interface Merged<Field extends string> {
  readonly texts: Texts<Field>
  /** Fields that both changed, each in another way. */
  readonly conflicts: readonly Field[]
}

/**
 * `mine` was written over `seen` while others saved `theirs`: a field that I left as it was is theirs, one that they left is mine.
 * Where nobody else has saved since (`isMine`: both are mine, the page was gone back to), what I wrote last stays.
 */
export function mergeTexts<Field extends string>(
  fields: readonly Field[],
  of: { seen: Texts<Field>; mine: Texts<Field>; theirs: Texts<Field>; isMine: boolean },
): Merged<Field> {
  const { seen, mine, theirs, isMine } = of
  const conflicts = fields.filter(
    (field) => !isMine && mine[field] !== seen[field] && theirs[field] !== seen[field] && mine[field] !== theirs[field],
  )
  const merged = fields.map((field) => [field, mine[field] === seen[field] ? theirs[field] : mine[field]] as const)
  return { texts: Object.fromEntries(merged) as Texts<Field>, conflicts }
}

/** Whether everything saved since is of one account: that of who saves now. Nothing known of it is nobody's. */
export function isAllOf(savedSinceBy: readonly (string | null)[] | undefined, account: string | undefined): boolean {
  return (
    savedSinceBy !== undefined && savedSinceBy.length > 0 && savedSinceBy.every((by) => by !== null && by === account)
  )
}
