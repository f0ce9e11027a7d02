/** Access checks of API operations: a guard turns an identity into the caller that an operation needs, or gives the reason for refusing. */
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/common.ts';
import type { Actor } from '../../queue/commands.ts';
import { deviceActor, type Identity, staffActor } from '../access.ts';

export interface Guard<Caller> {
  admit(identity: Identity): Result<Caller>;
  /** For OpenAPI: any one of these schemes is enough; `{}` means none, as for callers on the server's own machine. */
  security: readonly Readonly<Record<string, readonly string[]>>[];
}

export const anyone: Guard<null> = { admit: () => accept(null), security: [] };

/** Any paired screen, any member of staff and callers on the server's own machine. */
export const known: Guard<null> = {
  admit: ({ staff, device }) => (staff || device ? accept(null) : refuse({ code: 'NotPaired' })),
  security: [{ device: [] }, { session: [] }, {}],
};

export function screen(kind: DeviceKind): Guard<Actor> {
  return {
    admit(identity) {
      const actor: Actor | null =
        identity.device === 'local' ? { kind: 'program', id: 'local' } : deviceActor(identity, kind);
      return actor ? accept(actor) : refuse({ code: 'NotPaired' });
    },
    security: [{ device: [] }, {}],
  };
}

/** Bookings: staff book for a visitor who telephones, a kiosk or another system for its own visitor. */
export const staffOrKiosk: Guard<Actor> = {
  admit: (identity) => (identity.staff ? staff.admit(identity) : screen('kiosk').admit(identity)),
  security: [{ session: [] }, { device: [] }, {}],
};

export const staff: Guard<Actor> = {
  admit: ({ staff }) => (staff ? accept(staffActor(staff)) : refuse({ code: 'SignInRequired' })),
  security: [{ session: [] }],
};

export const supervisor: Guard<Actor> = {
  admit(identity) {
    if (identity.staff && identity.staff.role !== 'supervisor') return refuse({ code: 'SupervisorOnly' });
    return staff.admit(identity);
  },
  security: [{ session: [] }],
};
