import { isCivilDate } from '@shared/model/civil-date'
import type { Facts } from './refusal-shape'
import { dayWords } from './time-words'

const acts: Readonly<Record<string, string>> = {
  'claims.changeCreditType': 'the change of credit type',
  'claims.changeAmount': 'the change of amount',
  'claims.void': 'the voiding of the claim',
  'learners.edit': 'the edit of the learner',
}

const take = 'Take that back first, from the history.'

/** What later depends on an act, by name where the desk knows it, and how to go on. */
export function laterWords(facts: Facts): { readonly happened: string; readonly next: string } {
  const { later, at, actor } = facts
  switch (later) {
    case 'mail':
      return { happened: 'The mail about it is on its way, or was taken out of the drafts.', next: 'Correct the record instead; a new mail tells the learner.' }
    case 'report':
      return { happened: 'An outside body was told of it already.', next: 'Correct or void the claim instead: that queues what the body must hear.' }
    case 'newer_claim':
      return { happened: 'The same credit was claimed anew since.', next: 'Take the newer claim back first, from the history.' }
    case 'record':
      return { happened: 'The record was changed from outside since, by an import.', next: 'Look at the claim as it is now and correct it from there.' }
    default: {
      if (typeof later !== 'string') return { happened: 'Later work depends on this.', next: 'Take the later act back first.' }
      const day = typeof at === 'string' && isCivilDate(at.slice(0, 10)) ? ` of ${dayWords(at.slice(0, 10))}` : ''
      return { happened: `Later work depends on this: ${acts[later] ?? 'an act'}${day}${typeof actor === 'string' ? ` by ${actor}` : ''}.`, next: take }
    }
  }
}
