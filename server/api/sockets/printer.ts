import { officeHead } from '../../queue/views/office.ts';
import { maySeePapers } from '../access.ts';
import type { AudienceRules } from './audience.ts';
import type { SocketDependencies } from './dependencies.ts';

export function printerRules({ papers }: SocketDependencies): AudienceRules<'printer', true> {
  return {
    name: 'printer',
    pairsAs: null,
    admit: (identity) => maySeePapers(identity) || null,
    view: ({ queue }) => ({ office: officeHead(queue.office), papers: papers() }),
    requests: new Map(),
  };
}
