import type { Topic } from '@shared/contract'

/** Marks a topic as written; the unit of work publishes the set after the commit. */
export type MarkTopic = (topic: Topic) => void
