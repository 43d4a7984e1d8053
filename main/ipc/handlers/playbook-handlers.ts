import type { playbookOperations } from '@shared/contract/playbooks'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function playbookHandlers({ playbooks }: Pick<Services, 'playbooks'>): HandlersOf<typeof playbookOperations> {
  return {
    'playbooks.search': (input) => Promise.resolve(playbooks.search(input)),
    'playbooks.ask': (input, acting) => playbooks.ask(input, acting),
    'playbooks.draftReply': (input, acting) => playbooks.draftReply(input, acting),
  }
}
