import { readableAccent } from '../../../shared/office/colour.ts';
import { accept } from '../../../shared/protocol/rejections.ts';
import { API, type HttpParts } from './dependencies.ts';
import { supervisor } from './guards.ts';
import { type Route, route } from './route.ts';
import { screens } from './screen-reply.ts';

export function screenRoutes({ setup, files, address }: HttpParts): Route[] {
  return [
    route(
      {
        name: 'getScreens',
        method: 'GET',
        path: `${API}/screens`,
        summary: "The office's TVs, and which of its pictures and videos they cannot show",
        gate: supervisor,
        reply: { status: 200, description: 'The screens', schema: screens },
      },
      async () => {
        const { look, screens } = setup.office;
        const accent = { wanted: look.accent, used: readableAccent(look.accent) };
        return accept({ address: address(), screens, accent, files: await files.view() });
      },
    ),
  ];
}
