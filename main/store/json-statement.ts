/**
 * Pieces of statements that build one JSON document inside the database, so that a whole record comes in one answer.
 * SQLite's functions; PostgreSQL's are json_build_object and coalesce(json_agg(… order by …), '[]').
 */
export type JsonFields = Readonly<Record<string, string>>

/** An object of named expressions. */
export function jsonObject(fields: JsonFields): string {
  return `json_object(${Object.entries(fields).map(([name, expression]) => `'${name}', ${expression}`).join(', ')})`
}

/** An array of objects, one per row of `from`, ordered; empty when there is none. */
export function jsonRows(fields: JsonFields, from: string, orderBy: string): string {
  return `(select json_group_array(${jsonObject(fields)} order by ${orderBy}) from ${from})`
}

/** A column that holds JSON text, taken in as JSON. */
export function jsonColumn(column: string): string {
  return `json(${column})`
}

/** The named columns of a table under the names the program uses: `{givenName: 'given_name'}`. */
export function columnsAs(table: string, names: Readonly<Record<string, string>>): JsonFields {
  return Object.fromEntries(Object.entries(names).map(([name, column]) => [name, `${table}."${column}"`]))
}

/** An array of one text per row, ordered; empty when there is none. */
export function jsonTexts(expression: string, from: string, orderBy: string): string {
  return `(select json_group_array(${expression} order by ${orderBy}) from ${from})`
}

/** A text inside a column that holds a JSON object. */
export function jsonText(column: string, name: string): string {
  return `(${column} ->> '${name}')`
}
