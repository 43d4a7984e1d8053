import type { Knex } from 'knex'
import type { Migration } from './column-shapes'

/** A column whose words are looked for, on rows that triggers keep in step whoever writes them. */
interface SearchedColumn {
  readonly index: string
  readonly table: string
  readonly column: string
  readonly tokenizer: string
  readonly prefixes: string
}

const folded = 'unicode61 remove_diacritics 0'
const searchedColumns: readonly SearchedColumn[] = [
  { index: 'learner_name_search', table: 'learners', column: 'name_folded', tokenizer: folded, prefixes: '1 2 3 4' },
  { index: 'former_name_search', table: 'learner_names', column: 'name_folded', tokenizer: folded, prefixes: '2 3' },
  { index: 'activity_title_search', table: 'activities', column: 'title_folded', tokenizer: folded, prefixes: '1 2 3' },
  // A subject has no folded copy: the index folds its accents itself.
  { index: 'ticket_subject_search', table: 'tickets', column: 'subject', tokenizer: 'unicode61 remove_diacritics 2', prefixes: '2 3' },
]

/**
 * SQLite's word index without positions, copies or sizes; PostgreSQL's is a GIN index over to_tsvector('simple', …)
 * asked with prefix lexemes.
 */
async function createWordIndex(knex: Knex, { index, table, column, tokenizer, prefixes }: SearchedColumn): Promise<void> {
  await knex.raw(
    `create virtual table ${index} using fts5(${column}, content='${table}', content_rowid='id', detail=none, columnsize=0, prefix='${prefixes}', tokenize='${tokenizer}')`,
  )
  const add = `insert into ${index}(rowid, ${column}) values (new.id, new.${column})`
  const drop = `insert into ${index}(${index}, rowid, ${column}) values ('delete', old.id, old.${column})`
  await knex.raw(`create trigger ${index}_added after insert on ${table} begin ${add}; end`)
  await knex.raw(`create trigger ${index}_dropped after delete on ${table} begin ${drop}; end`)
  await knex.raw(`create trigger ${index}_changed after update of ${column} on ${table} when old.${column} <> new.${column} begin ${drop}; ${add}; end`)
  await knex.raw(`insert into ${index}(${index}) values ('rebuild')`)
}

/** The words of a folded value as rows, whatever signs it holds; the chain of signs runs only where there are any. */
function wordRows(value: string): string {
  const signs = ['"', '.', ',', ':', ';', '(', ')', '/', '?', '!', '&', '+']
  const plain = signs.reduce((expression, sign) => `replace(${expression}, '${sign}', ' ')`, value)
  const words = `json_quote(case when ${value} glob '*[^a-z ]*' then ${plain} else ${value} end)`
  return `json_each('[' || replace(${words}, ' ', '","') || ']') words where length(words.value) between 3 and 40`
}

/**
 * The words that occur, each with every form that lacks one letter: two words within one typo of each other share a form.
 * PostgreSQL's way is pg_trgm over the words.
 */
async function createTypoIndex(knex: Knex): Promise<void> {
  await knex.schema.createTable('search_words', (table) => {
    table.increments('id')
    table.text('word').notNullable().unique()
  })
  await knex.raw('create table search_word_forms (form text not null, word_id integer not null references search_words(id), primary key (form, word_id)) without rowid')
  await knex.raw('create table search_places (place integer primary key)')
  await knex('search_places').insert(Array.from({ length: 41 }, (_, place) => ({ place })))
  await knex.raw(
    `create trigger search_words_added after insert on search_words begin
       insert or ignore into search_word_forms (form, word_id)
       select case when place = 0 then new.word else substr(new.word, 1, place - 1) || substr(new.word, place + 1) end, new.id
       from search_places where place <= length(new.word);
     end`,
  )
  const sources = [
    ['learners', 'name_folded'],
    ['learner_names', 'name_folded'],
    ['activities', 'title_folded'],
  ] as const
  for (const [table, column] of sources) {
    const add = `insert or ignore into search_words (word) select words.value from ${wordRows(`new.${column}`)}`
    await knex.raw(`create trigger ${table}_words_added after insert on ${table} begin ${add}; end`)
    await knex.raw(`create trigger ${table}_words_changed after update of ${column} on ${table} when old.${column} <> new.${column} begin ${add}; end`)
    await knex.raw(`insert or ignore into search_words (word) select words.value from ${table}, ${wordRows(`${table}.${column}`)}`)
  }
}

/** Codes as people type them: case, blanks and hyphens do not matter, O is 0, I and L are 1 (T26). */
const codeFolded = (column: string): string =>
  `replace(replace(replace(replace(replace(upper(${column}), ' ', ''), '-', ''), 'O', '0'), 'I', '1'), 'L', '1')`
const compact = (column: string): string => `replace(replace(upper(${column}), '-', ''), ' ', '')`

async function createKeyIndexes(knex: Knex): Promise<void> {
  await knex.raw(`create index activities_event_code_folded on activities (${codeFolded('event_code')}) where event_code <> ''`)
  await knex.raw(`create index sessions_event_code_folded on sessions (${codeFolded('event_code')}) where event_code <> ''`)
  await knex.raw(`create index activities_short_code on activities (short_code) where short_code <> ''`)
  await knex.raw(`create index activity_credits_number_compact on activity_credits (${compact('accreditation_number')}) where accreditation_number <> ''`)
  await knex.raw(`create index learners_board_id on learners (board_id) where board_id <> ''`)
  await knex.raw(`create index tickets_from_email_lower on tickets (lower(from_email)) where from_email <> ''`)
}

/** Lists and figures: a page of a million learners is a walk along an index that holds what is filtered by. */
async function createListIndexes(knex: Knex): Promise<void> {
  await knex.raw('drop index learners_name_folded_index')
  await knex.raw('create index learners_by_name on learners (name_folded, portal, profession, status)')
  await knex.raw('create index learners_by_registration on learners (registered_at)')
  await knex.raw('create index claims_by_time on claims (claimed_at)')
}

/** What the finder looks in: words, typos, keys; and the order of the long lists. */
export const search: Migration = {
  number: 50,
  name: 'search',
  async up(knex: Knex): Promise<void> {
    for (const column of searchedColumns) await createWordIndex(knex, column)
    await createTypoIndex(knex)
    await createKeyIndexes(knex)
    await createListIndexes(knex)
  },
}
