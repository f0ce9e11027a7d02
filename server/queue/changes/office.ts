import type { Changes } from '../state.ts';
import { rescaled } from './ratings.ts';

export const officeChanges = {
  OfficeChanged(state, { office }) {
    state.ratings.levels = rescaled(state.ratings.levels, state.office.rules.ratingLevels, office.rules.ratingLevels);
    state.office = office;
  },
} satisfies Partial<Changes>;
