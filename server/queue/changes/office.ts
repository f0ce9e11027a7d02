import type { Changes } from '../state.ts';
import { rescale } from './ratings.ts';

export const officeChanges = {
  OfficeChanged(state, { office }) {
    rescale(state.ratings, state.office.rules.ratingLevels, office.rules.ratingLevels);
    state.office = office;
  },
  IssuingStopped(state, { serviceId }) {
    state.stopped.add(serviceId);
  },
  IssuingResumed(state, { serviceId }) {
    state.stopped.delete(serviceId);
  },
} satisfies Partial<Changes>;
