import type { BurstView, PrintJobView } from '../../shared/protocol/views/trouble.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import type { Part } from '../connection/desk.ts';
import { Press } from '../parts/press.tsx';
import { words } from '../parts/words.ts';
import { strandedIn } from './line.ts';

/** What stands in the way of the office, and paper for which a person must decide. Nothing is shown when all is well. */
export function Trouble({ view, orders }: Part) {
  const { storage, clock, printer } = view.health;
  const damage = view.supervisor?.journalDamage;
  const stranded = strandedIn(view);
  const say = words().trouble;
  const sentences = [
    ...(storage === 'ok' ? [] : [say.storage]),
    ...(clock === 'ok' ? [] : [say.clock]),
    ...(printer === 'ok' ? [] : [say.printer[printer]]),
    ...(damage && damage.missing + damage.unfit > 0 ? [say.journal(damage.missing, damage.unfit)] : []),
    ...(stranded === 0 ? [] : [say.stranded(stranded)]),
  ];
  const some = sentences.length > 0 || view.bursts.length > 0 || view.prints.length > 0;
  return (
    <div class="trouble-place" role="status">
      {some && (
        <section class="card trouble" aria-labelledby="trouble">
          <h2 id="trouble">{say.heading}</h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <ul class="rows">
            {view.bursts.map((burst) => (
              <Burst key={burst.id} burst={burst} orders={orders} timeZone={view.office.timeZone} />
            ))}
            {view.prints.map((job) => (
              <Job key={job.id} job={job} orders={orders} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Somebody should walk over: one person may be taking numbers for others, or children play. */
function Burst({ burst, orders, timeZone }: Pick<Part, 'orders'> & { burst: BurstView; timeZone: string }) {
  const say = words().trouble.burst;
  const { kioskName, tickets, seconds, at } = burst;
  return (
    <li class="print-job">
      <span class="grow">
        <b>{say.title(kioskName, wallClock(at, timeZone))}</b> {say.counted(tickets, seconds)}
      </span>
      <Press onPress={() => void orders.dismissBurst(burst.id)}>{say.dismiss}</Press>
    </li>
  );
}

function Job({ job, orders }: Pick<Part, 'orders'> & { job: PrintJobView }) {
  const say = words().trouble;
  return (
    <li class="print-job">
      <span class="grow">
        {say.kind[job.kind]} <b>{job.number}</b> {say.state[job.state]}
      </span>
      {job.state !== 'waiting' && (
        <>
          <Press label={`${say.reprint}: ${job.number}`} onPress={() => void orders.print('reprint', job.id)}>
            {say.reprint}
          </Press>
          <Press label={`${say.dismiss}: ${job.number}`} onPress={() => void orders.print('dismiss', job.id)}>
            {say.dismiss}
          </Press>
        </>
      )}
    </li>
  );
}
