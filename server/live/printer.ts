import { officeHead } from '../queue/views/office.ts';
import type { AudienceRules } from './audience.ts';
import type { LiveParts } from './parts.ts';

/** The papers of the preview printer: for whoever tries the product at the server, and for staff. */
export function printerRules({ papers }: LiveParts): AudienceRules<'printer', true> {
  return {
    name: 'printer',
    pairsAs: null,
    admit: ({ staff, device }) => (staff || device === 'local' ? true : null),
    view: ({ office }) => ({ office: officeHead(office), papers: papers() }),
    requests: new Map(),
  };
}
