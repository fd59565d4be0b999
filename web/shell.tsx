/** What stands around every view: masthead, sections, search, what changed, keys, notices. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { resources } from "./api/resources.ts";
import { ChangesStrip } from "./parts/changes.tsx";
import { Dialog } from "./parts/dialog.tsx";
import { KeysHelp } from "./parts/keys-help.tsx";
import { Link } from "./parts/link.tsx";
import { Notices } from "./parts/notices.tsx";
import { undoLast } from "./state/correct.ts";
import { type Binding, EVERYWHERE, useKeys } from "./state/keys.ts";
import { useLive } from "./state/live.ts";
import { LiveContext } from "./state/live-context.ts";
import { useResource } from "./state/query.ts";
import { navigate } from "./state/router.ts";
import { type Section, to } from "./state/routes.ts";
import { setMyName, useMyName } from "./state/settings.ts";

/** Where there is no keyboard, keys are no help. */
const HAS_KEYS = !window.matchMedia("(hover: none) and (pointer: coarse)").matches;

const SECTIONS: { section: Section; name: string; key: string }[] = [
  { section: "documents", name: "Documents", key: "g d" },
  { section: "board", name: "Board", key: "g b" },
  { section: "check", name: "Check", key: "g c" },
  { section: "statements", name: "Statements", key: "g t" },
  { section: "speakers", name: "Speakers", key: "g s" },
  { section: "sides", name: "Sides", key: "g i" },
  { section: "history", name: "History", key: "g h" },
  { section: "share", name: "Share", key: "g e" },
];

interface ShellProps {
  /** The collection's id; null on the page of all collections. */
  c: string | null;
  section: Section | null;
  children: ReactNode;
}

export function Shell({ c, section, children }: ShellProps) {
  const live = useLive(c);
  const [help, setHelp] = useState(false);
  const [naming, setNaming] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const inCollection: Binding[] =
    c === null
      ? []
      : [
          ...SECTIONS.map(({ section: s, name, key }) => ({
            keys: key,
            label: name,
            run: () => navigate(to.section(c, s)),
          })),
          { keys: "/", label: "Search", run: () => search.current?.focus() },
          {
            keys: "u",
            label: "Undo your last correction",
            run: () => void undoLast(c),
          },
        ];
  useKeys(EVERYWHERE, [
    { keys: "g a", label: "All collections", run: () => navigate(to.collections()) },
    ...inCollection,
    { keys: "?", label: "This list", run: () => setHelp(true), opens: true },
  ]);
  return (
    <LiveContext value={live}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="masthead">
        <div className="masthead-inner">
          <div className="masthead-top">
            <Link className="brand" to={to.collections()}>
              readout
            </Link>
            {c !== null && <CollectionName c={c} />}
            <div className="tools">
              {c !== null && (
                <form
                  aria-label="Search"
                  onSubmit={(event) => {
                    event.preventDefault();
                    const q = search.current?.value.trim() ?? "";
                    if (q !== "") navigate(to.section(c, "search", { q }));
                  }}
                >
                  <input
                    ref={search}
                    className="input"
                    type="search"
                    aria-label="Search this collection"
                    placeholder={HAS_KEYS ? "Search  /" : "Search"}
                    onKeyDown={(event) => {
                      if (event.key === "Escape") event.currentTarget.blur();
                    }}
                  />
                </form>
              )}
              <MyName onOpen={() => setNaming(true)} />
              <button
                type="button"
                className="button small quiet keys-only"
                aria-label="Keys"
                onClick={() => setHelp(true)}
              >
                <kbd>?</kbd>
              </button>
            </div>
          </div>
          {c !== null && <Sections c={c} section={section} />}
        </div>
      </header>
      {!live.connected && (
        <div className="strip" role="status">
          <div className="inner">
            The server does not answer; this page goes on as soon as it does. What was saved is kept.
          </div>
        </div>
      )}
      {c !== null && live.changes !== null && (
        <ChangesStrip c={c} changes={live.changes} onSeen={live.seen} />
      )}
      <main id="main" tabIndex={-1} className="page">
        {children}
      </main>
      <Notices />
      {help && <KeysHelp onClose={() => setHelp(false)} />}
      {naming && <NameDialog onClose={() => setNaming(false)} />}
    </LiveContext>
  );
}

function CollectionName({ c }: { c: string }) {
  const { data } = useResource(resources.collection(c));
  useEffect(() => {
    document.title = data === null ? "readout" : `${data.name} · readout`;
  }, [data]);
  return <span className="collection">{data?.name ?? "…"}</span>;
}

function Sections({ c, section }: { c: string; section: Section | null }) {
  const { data } = useResource(resources.collection(c));
  const counts: Partial<Record<Section, number>> =
    data === null ? {} : { documents: data.documents, board: data.points, statements: data.statements };
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a narrow screen the section opened may lie off its edge, also when the counts make the row wider
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (current) nav.current!.scrollLeft = current.offsetLeft - nav.current!.offsetLeft - 24;
  }, [section, data === null]);
  return (
    <nav ref={nav} className="sections" aria-label="Sections">
      {SECTIONS.map(({ section: s, name }) => (
        <Link key={s} to={to.section(c, s)} aria-current={s === section ? "page" : undefined}>
          {name}
          {counts[s] !== undefined && <span className="n">{counts[s]}</span>}
        </Link>
      ))}
    </nav>
  );
}

function MyName({ onOpen }: { onOpen(): void }) {
  const name = useMyName();
  return (
    <button type="button" className="button small quiet" onClick={onOpen}>
      {name === "" ? "Your name" : name}
    </button>
  );
}

function NameDialog({ onClose }: { onClose(): void }) {
  const name = useMyName();
  const [value, setValue] = useState(name);
  return (
    <Dialog title="Your name" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setMyName(value);
          onClose();
        }}
      >
        <label className="field">
          Shown beside your corrections in the history
          <input
            data-autofocus
            value={value}
            maxLength={200}
            onChange={(event) => setValue(event.target.value)}
          />
        </label>
        <div className="dialog-foot">
          <button type="submit" className="button primary">
            Keep
          </button>
        </div>
      </form>
    </Dialog>
  );
}
