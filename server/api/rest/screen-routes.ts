import { readableAccent } from '../../../shared/office/colour.ts';
import { accept } from '../../../shared/protocol/rejections.ts';
import { screensView } from '../../../shared/protocol/views/screens.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { supervisor } from './guards.ts';
import { type Route, route } from './route.ts';

export function screenRoutes({ office, files, address }: RestDependencies): Route[] {
  return [
    route(
      {
        name: 'getScreens',
        method: 'GET',
        path: `${API}/screens`,
        summary: "The office's TVs, and which of its pictures and videos they cannot show",
        guard: supervisor,
        reply: { status: 200, description: 'The screens', schema: screensView },
      },
      async () => {
        const { look, screens } = office();
        const accent = { wanted: look.accent, used: readableAccent(look.accent) };
        return accept({ address: address(), screens, accent, files: await files.view() });
      },
    ),
  ];
}
