import MiniSearch from 'minisearch'
import { foldForSearch } from '@shared/policy/name-folding'
import type { Playbook } from '@shared/playbooks/playbook'
import type { PlaybookHit, PlaybookIndex } from '../ports/playbook-index'

/** Words that say nothing about what is asked. */
const unsaid = new Set(
  'a an and are as at be been but by do does did for from had has have i if in is it its me my of on or our so that the their them there this to was we were what when which will with would you your please hello hi thanks thank dear just am can could all any some use used go get got want need still really'.split(' '),
)

/** What people write for the same thing; the first word of a line stands for the others. */
const sameWords = new Map(
  [
    'password pwd passwort pass passcode',
    'email mail mails emails e-mail inbox mailbox',
    'certificate cert certs certificates diploma certificat',
    'credit credits cme ce points hours ceu cpe cne',
    'signin login logon log sign signing',
    'course courses class activity activities module lecture',
    'test exam quiz posttest post-test assessment',
    'attempt attempts try tries retake chances',
    'money-back refund',
    'receipt invoice bill receipts',
    'phone mobile smartphone iphone android tablet ipad',
    'cannot cant unable couldnt couldn wont',
    'doctor physician physicians md',
    'np nurse-practitioner',
    'membership subscription premium',
    'evaluation survey feedback',
    'expire expires expired expiration expiry deadline',
    'register registration registered registering enrol enroll enrolled signup',
    'wrong incorrect mistake error',
    'nabp eprofile e-profile',
    'name surname lastname',
  ].flatMap((line) => {
    const [stem = '', ...others] = line.split(' ')
    return others.map((word) => [word, stem] as const)
  }),
)

/** A word without the endings that its forms differ in. */
function stemmed(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3)
  if (word.length > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
  return word
}

/** A word as it stands, so that typos in it are forgiven, and the word that stands for its like. */
function termsOf(word: string): string[] | null {
  const folded = foldForSearch(word)
  if (folded === '' || unsaid.has(folded)) return null
  return [...new Set([folded, sameWords.get(folded) ?? folded].map(stemmed))]
}

/** What further ways of asking that also fit add to the best one. */
const besideTheBest = 0.1

function indexOf(playbooks: readonly Playbook[]): MiniSearch {
  const index = new MiniSearch<{ id: string; playbook: string; asked: string; rows: string }>({
    fields: ['asked', 'rows'],
    storeFields: ['playbook'],
    tokenize: (text) => foldForSearch(text).split(/[^\p{L}\p{N}]+/u),
    processTerm: termsOf,
  })
  for (const { id, title, phrasings, rows } of playbooks) {
    index.addAll([title, ...phrasings].map((asked, at) => ({ id: `${id} ${String(at)}`, playbook: id, asked, rows: at === 0 ? rows.join(' ') : '' })))
  }
  return index
}

/** An index over the given playbooks, built at the first question and kept in memory: every way of asking stands for itself. */
export function createPlaybookIndex(playbooks: readonly Playbook[]): PlaybookIndex {
  let index: MiniSearch | undefined
  return {
    search(text): readonly PlaybookHit[] {
      index ??= indexOf(playbooks)
      const found = index.search(text, {
        boost: { rows: 3 },
        // A number or a short word is meant as it is typed.
        fuzzy: (term) => (term.length < 4 || /\d/.test(term) ? false : term.length < 8 ? 1 : 2),
        prefix: (term, at, terms) => at === terms.length - 1 && term.length > 2,
        weights: { fuzzy: 0.7, prefix: 0.6 },
      })
      const scores = new Map<string, number>()
      for (const { playbook, score } of found) {
        const id = String(playbook)
        // Hits come best first, so that the first of a playbook is its best.
        const before = scores.get(id)
        scores.set(id, before === undefined ? score : before + besideTheBest * score)
      }
      return [...scores].map(([id, score]) => ({ id, score })).sort((one, other) => other.score - one.score)
    },
  }
}
