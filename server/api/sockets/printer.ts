import { officeHead } from '../../queue/views/office.ts';
import { maySeePapers } from '../access.ts';
import type { AudienceRules } from './audience.ts';
import type { LiveParts } from './dependencies.ts';

export function printerRules({ papers }: LiveParts): AudienceRules<'printer', true> {
  return {
    name: 'printer',
    pairsAs: null,
    admit: (identity) => maySeePapers(identity) || null,
    view: ({ office }) => ({ office: officeHead(office), papers: papers() }),
    requests: new Map(),
  };
}
