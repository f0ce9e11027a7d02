import type { ReadonlySignal, Signal } from '@preact/signals';
import type { CounterView, DeskView } from '../../shared/protocol/views/desk.ts';
import type { EpochMs } from '../../shared/time.ts';
import { clock as wallClock } from '../../shared/words/common.ts';
import { shortcutsOn } from './keyboard.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { words } from './words.ts';

export type Tab = 'counter' | 'appointments' | 'manage';

interface Props {
  view: DeskView;
  /** The counter of this clerk; null before one is chosen. */
  counter: CounterView | null;
  clock: ReadonlySignal<EpochMs>;
  tab: Signal<Tab>;
  signOut(): void;
}

export function Header({ view, counter, clock, tab, signOut }: Props) {
  return (
    <header class="top">
      {counter && (
        <span class="counter-tile" aria-hidden="true">
          {counter.number}
        </span>
      )}
      <p class="who">
        <strong>{counter ? words().counter(counter.number) : words().title}</strong>
        <span>{view.me.name}</span>
      </p>
      <Tabs view={view} tab={tab} place="tabs" />
      <time class="clock">{wallClock(clock.value, view.office.timeZone)}</time>
      <LanguageSwitch />
      <Menu view={view} tab={tab} signOut={signOut} />
    </header>
  );
}

/** On a narrow strip it has the tabs and the languages too. */
function Menu({ view, tab, signOut }: Pick<Props, 'view' | 'tab' | 'signOut'>) {
  const toAccept = view.supervisor?.pairing.length ?? 0;
  return (
    <details
      class="menu"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) currentTarget.open = false;
      }}
    >
      <summary aria-label={words().menu}>⋯{toAccept > 0 && <span class="badge">{toAccept}</span>}</summary>
      {/* Focusable, so that a click on a text in the menu does not close it by taking the focus out. */}
      <div class="menu-items" tabIndex={-1}>
        <Tabs view={view} tab={tab} place="in-menu" />
        <LanguageSwitch />
        <label class="check">
          <input
            type="checkbox"
            checked={shortcutsOn.value}
            onChange={(event) => {
              shortcutsOn.value = event.currentTarget.checked;
            }}
          />
          {words().shortcuts}
        </label>
        <button type="button" onClick={signOut}>
          {words().signOut}
        </button>
      </div>
    </details>
  );
}

interface TabsProps extends Pick<Props, 'view' | 'tab'> {
  /** Style sheets show the one in the menu only on a narrow strip, where the other is hidden. */
  place: 'tabs' | 'in-menu';
}

/** Not shown to a clerk who has only the tab of the counter. */
function Tabs({ view, tab, place }: TabsProps) {
  const tabs: Tab[] = ['counter', ...(view.booking ? ['appointments' as const] : [])];
  if (view.supervisor) tabs.push('manage');
  const toAccept = view.supervisor?.pairing.length ?? 0;
  if (tabs.length === 1) return null;
  return (
    <nav class={place}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={tab.value === each ? 'page' : undefined}
          onClick={({ currentTarget }) => {
            tab.value = each;
            currentTarget.closest('details')?.removeAttribute('open');
          }}
        >
          {words().tabs[each]}
          {each === 'manage' && toAccept > 0 && (
            <span class="badge" role="img" aria-label={words().toAccept(toAccept)} title={words().toAccept(toAccept)}>
              {toAccept}
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
