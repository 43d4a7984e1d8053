/** The only source of chance: repeatable in tests. */
export interface Ids {
  /** Lower-case letters and digits, not guessable, of that length. */
  token(length: number): string
  /** A UUID, for message and incident numbers. */
  uuid(): string
}
