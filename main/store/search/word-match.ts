/**
 * The language of the word index, kept in one place: PostgreSQL's to_tsquery says the same with `:*`, `&` and `|`.
 * Words come from `wordsOf` and hold letters and digits only.
 */
export type WordMatch = string

export const wholeWord = (word: string): WordMatch => `"${word}"`
export const wordBeginning = (beginning: string): WordMatch => `"${beginning}"*`
export const allOf = (matches: readonly WordMatch[]): WordMatch => `(${matches.join(' AND ')})`
export const anyOf = (matches: readonly WordMatch[]): WordMatch => `(${matches.join(' OR ')})`

/** Numbers of rows whose text matches: one binding, the match. */
export const rowsMatching = (index: string): string => `select rowid as id from ${index} where ${index} match ?`

/** The numbers in a JSON array, for a statement whose text stays the same however many there are. */
export const numbersIn = '(select value from json_each(?))'
