/** The set-up of the office for supervisors: read, checked, changed, its earlier versions, and services that stop issuing for today. */
import * as v from 'valibot';
import { accept, type Result } from '../../../shared/protocol/rejections.ts';
import { changeIssuing, checkSetup, restoreSetup, saveSetup } from '../../../shared/protocol/setup-requests.ts';
import { text, whole } from '../../../shared/protocol/views/common.ts';
import { setupEffect, setupProblem, setupVersion } from '../../../shared/protocol/views/setup.ts';
import { advice } from '../../setup/office/advice.ts';
import type { OfficeVersion } from '../../setup/office/office-store.ts';
import { officeSchema } from '../../setup/office/schema.ts';
import { runCommand } from '../use-cases.ts';
import { API, type RestDependencies } from './dependencies.ts';
import { supervisor } from './guards.ts';
import { SETUP_BYTES } from './json-body.ts';
import { noContent, type Route, route } from './route.ts';

const PATH = `${API}/setup`;
const warnings = v.array(text);
const described = v.strictObject({ ...setupVersion.entries, office: officeSchema, warnings });
const checked = v.strictObject({ problems: v.array(setupProblem), warnings, effects: v.array(setupEffect) });
const saved = v.strictObject({ version: whole });
const versionPath = v.strictObject({ version: v.pipe(v.string(), v.digits(), v.transform(Number)) });
const servicePath = v.strictObject({ serviceId: v.string() });

export function setupRoutes(dependencies: RestDependencies): Route[] {
  return [...readRoutes(dependencies), ...changeRoutes(dependencies), ...issuingRoutes(dependencies)];
}

function readRoutes({ setup }: RestDependencies): Route[] {
  const reply = { status: 200, description: 'The description of the office', schema: described } as const;
  return [
    route(
      {
        name: 'getSetup',
        method: 'GET',
        path: PATH,
        summary: 'The latest description of the office, which may come into force on the next day',
        guard: supervisor,
        reply,
      },
      async () => accept(withOffice(setup.latest)),
    ),
    route(
      {
        name: 'getSetupVersions',
        method: 'GET',
        path: `${PATH}/versions`,
        summary: 'The last 30 versions, the latest first',
        guard: supervisor,
        reply: { status: 200, description: 'The versions', schema: v.array(setupVersion) },
      },
      async () => accept(setup.versions.map(versionView)),
    ),
    route(
      {
        name: 'getSetupVersion',
        method: 'GET',
        path: `${PATH}/versions/{version}`,
        summary: 'One version with its description',
        guard: supervisor,
        params: versionPath,
        reply,
      },
      async ({ params }) => {
        const found = setup.find(params.version);
        return found.ok ? accept(withOffice(found.value)) : found;
      },
    ),
  ];
}

function changeRoutes({ setup }: RestDependencies): Route[] {
  const reply = { status: 200, description: 'The version that is the latest now', schema: saved } as const;
  const numbered = (done: Result<number>) => (done.ok ? accept({ version: done.value }) : done);
  return [
    route(
      {
        name: 'checkSetup',
        method: 'POST',
        path: `${PATH}/check`,
        summary: 'Mistakes in a description, what is strange about it, and whom it would touch now; saves nothing',
        guard: supervisor,
        body: checkSetup,
        bodyBytes: SETUP_BYTES,
        reply: { status: 200, description: 'What the check found', schema: checked },
      },
      async ({ body }) => accept(await setup.check(body.office)),
    ),
    route(
      {
        name: 'saveSetup',
        method: 'PUT',
        path: PATH,
        summary: 'Change the description; every screen shows it at once, or from the next day on',
        guard: supervisor,
        body: saveSetup,
        bodyBytes: SETUP_BYTES,
        reply,
      },
      async ({ body, caller }) => numbered(await setup.save(body, caller)),
    ),
    route(
      {
        name: 'restoreSetup',
        method: 'POST',
        path: `${PATH}/restore`,
        summary: 'Save an earlier version again',
        guard: supervisor,
        body: restoreSetup,
        reply,
      },
      async ({ body: { to, ...request }, caller }) => numbered(await setup.restore(to, request, caller)),
    ),
  ];
}

function issuingRoutes({ engine }: RestDependencies): Route[] {
  const issuing = (name: string, verb: string, type: 'StopIssuing' | 'ResumeIssuing', summary: string): Route =>
    route(
      {
        name,
        method: 'POST',
        path: `${API}/services/{serviceId}/${verb}`,
        summary,
        guard: supervisor,
        params: servicePath,
        body: changeIssuing,
        reply: { status: 204, description: 'Done', schema: noContent },
      },
      async ({ params: { serviceId }, body: { requestId }, caller }) => {
        const done = await runCommand(engine, { type, serviceId }, requestId, caller);
        return done.ok ? accept(undefined) : done;
      },
    );
  return [
    issuing('stopIssuing', 'stop-issuing', 'StopIssuing', 'No more tickets of this service today'),
    issuing('resumeIssuing', 'resume-issuing', 'ResumeIssuing', 'Tickets of this service again'),
  ];
}

function versionView({ version, at, by, takesEffect }: OfficeVersion) {
  return { version, at, by, takesEffect };
}

function withOffice(saved: OfficeVersion) {
  return { ...versionView(saved), office: saved.office, warnings: advice(saved.office) };
}
