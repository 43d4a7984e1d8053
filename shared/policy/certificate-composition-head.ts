import type { SecondCertificate } from '../model/certificate-snapshot'
import { formatNames } from './certificate-composition-words'
import type { PaperFacts } from './certificate-composition-facts'
import { readableAccent } from './certificate-composition-accent'
import type { CheckedText } from './certificate-composition-texts'
import { longDateRange } from './long-date'
import { paperText } from './printable-name'
import { paperFontsRelease } from './printable-name-coverage'

type Head = Pick<
  SecondCertificate,
  'kind' | 'template' | 'fonts' | 'size' | 'orientation' | 'issuedAt' | 'provider' | 'specimen' | 'degrees' | 'activityTitle' | 'signatory' | 'checkedBy'
>

/** What every certificate of the second layout says whatever its form. */
export function certificateHead({ provider, learner, activity, ...facts }: PaperFacts): Head {
  const name = paperText(provider.name)
  return {
    kind: 'certificate',
    template: 'certificate/2',
    fonts: paperFontsRelease,
    size: facts.size ?? 'letter',
    orientation: facts.orientation ?? 'landscape',
    issuedAt: facts.issuedAt,
    provider: {
      name,
      addressLine: paperText([provider.addressLine, provider.web].filter((part) => part !== '').join(' · ')),
      accent: readableAccent(provider.accent),
      logoLetter: provider.logoLetter,
    },
    specimen: facts.specimen === true ? 'Specimen, sample data. Not issued.' : '',
    degrees: paperText(learner.credentials),
    activityTitle: paperText(activity.title),
    signatory: provider.signatory,
    checkedBy: provider.web === '' ? name : provider.web,
  }
}

/** "Webcast, online · Completed October 28, 2026": kind, place, date; what is not known is left out. */
export function activityLine({ format, delivery, location }: PaperFacts['activity'], date: string): string {
  const place = location ?? (delivery === 'enduring' ? 'online' : null)
  const kind = format === null ? null : formatNames[format]
  const where = [kind, place].filter((part) => part !== null).join(', ')
  return where === '' ? date : `${where.charAt(0).toUpperCase()}${where.slice(1)}  ·  ${date}`
}

/** The days of a live activity as its paper names them; nothing for others. */
export function heldText({ delivery, heldOn }: PaperFacts['activity']): string | null {
  return delivery === 'live' && heldOn !== null ? longDateRange(heldOn.first, heldOn.last) : null
}

/** The day whose texts apply: the last day of a live activity, else the day of completion. */
export function earnedOn({ delivery, heldOn, completedOn }: PaperFacts['activity']): string {
  return delivery === 'live' && heldOn !== null ? heldOn.last : completedOn
}

/** What has to print and to fit, with the room the layout has for it in its tightest setting. */
export function textsToCheck(snapshot: SecondCertificate): CheckedText[] {
  return [
    { field: 'name', text: snapshot.name.text, longest: 130 },
    { field: 'credentials', text: snapshot.degrees, longest: 80 },
    { field: 'title', text: snapshot.activityTitle, longest: 260 },
    { field: 'location', text: snapshot.activityLine, longest: 160 },
    { field: 'provider', text: snapshot.provider.name, longest: 80 },
    { field: 'provider', text: snapshot.provider.addressLine, longest: 110 },
    { field: 'signatory', text: snapshot.signatory.name, longest: 60 },
    { field: 'signatory', text: snapshot.signatory.title, longest: 110 },
    ...snapshot.credits.flatMap(({ phrase, remark }) => [
      { field: 'credit', text: phrase.map((run) => run.text).join(''), longest: 60 },
      { field: 'credit', text: remark, longest: 80 },
    ]),
    ...(snapshot.topics?.rows ?? []).map(({ topic }) => ({ field: 'topics', text: topic, longest: 200 })),
    ...snapshot.record.map(({ value }) => ({ field: 'record', text: value, longest: 60 })),
    ...snapshot.statements.map(({ text }) => ({ field: 'statement', text: text.map((run) => run.text).join(''), longest: 700 })),
  ]
}
