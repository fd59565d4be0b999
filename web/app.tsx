/** Which view stands at which address. Views beyond the board are loaded when they are first opened. */
import { Component, type ErrorInfo, lazy, type ReactNode, Suspense } from "react";
import { Link } from "./parts/link.tsx";
import { Empty, Loading } from "./parts/states.tsx";
import { Shell } from "./shell.tsx";
import { usePlace } from "./state/router.ts";
import { type Route, route, type Section, to } from "./state/routes.ts";
import { BoardView } from "./views/board/board.tsx";
import { CollectionView } from "./views/collections/collection.tsx";
import { CollectionsView } from "./views/collections/collections.tsx";
import { DocumentsView } from "./views/collections/documents.tsx";

const PointView = lazy(() => import("./views/point/point.tsx").then((m) => ({ default: m.PointView })));
const DocumentView = lazy(() =>
  import("./views/reading/document.tsx").then((m) => ({ default: m.DocumentView })),
);
const SpeakersView = lazy(() =>
  import("./views/speakers/speakers.tsx").then((m) => ({ default: m.SpeakersView })),
);
const SpeakerView = lazy(() =>
  import("./views/speakers/speaker.tsx").then((m) => ({ default: m.SpeakerView })),
);
const SidesView = lazy(() => import("./views/sides/sides.tsx").then((m) => ({ default: m.SidesView })));
const CheckView = lazy(() => import("./views/check/check.tsx").then((m) => ({ default: m.CheckView })));
const StatementsView = lazy(() =>
  import("./views/statements/statements.tsx").then((m) => ({ default: m.StatementsView })),
);
const HistoryView = lazy(() =>
  import("./views/history/history.tsx").then((m) => ({ default: m.HistoryView })),
);
const ShareView = lazy(() => import("./views/share/share.tsx").then((m) => ({ default: m.ShareView })));
const SearchView = lazy(() => import("./views/search/search.tsx").then((m) => ({ default: m.SearchView })));

/** The section that a view belongs to, for the navigation. */
const SECTION_OF: Partial<Record<Route["view"], Section>> = {
  document: "documents",
  point: "board",
  speaker: "speakers",
};

export function App() {
  const { path } = usePlace();
  const found = route(path);
  const c = "c" in found ? found.c : null;
  const section = SECTION_OF[found.view] ?? (c === null ? null : (found.view as Section));
  return (
    <Shell c={c} section={section}>
      <Boundary key={path}>
        <Suspense fallback={<Loading what="the page" />}>
          <View found={found} />
        </Suspense>
      </Boundary>
    </Shell>
  );
}

function View({ found }: { found: Route }) {
  switch (found.view) {
    case "collections":
      return <CollectionsView />;
    case "collection":
      return <CollectionView c={found.c} />;
    case "documents":
      return <DocumentsView c={found.c} />;
    case "document":
      return <DocumentView c={found.c} d={found.id} />;
    case "board":
      return <BoardView c={found.c} />;
    case "point":
      return <PointView c={found.c} p={found.id} />;
    case "speakers":
      return <SpeakersView c={found.c} />;
    case "speaker":
      return <SpeakerView c={found.c} s={found.id} />;
    case "sides":
      return <SidesView c={found.c} />;
    case "check":
      return <CheckView c={found.c} />;
    case "statements":
      return <StatementsView c={found.c} />;
    case "history":
      return <HistoryView c={found.c} />;
    case "share":
      return <ShareView c={found.c} />;
    case "search":
      return <SearchView c={found.c} />;
    default:
      return (
        <Empty title="There is no such page">
          <p>
            <Link to={to.collections()}>All collections</Link>
          </p>
        </Empty>
      );
  }
}

/** A view that fails is told of, and the rest of the page goes on. */
class Boundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    reportError(error instanceof Error ? error : new Error(`${String(error)}${info.componentStack ?? ""}`));
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <Empty title="This page could not be shown">
        <p className="lede">{this.state.message}. What was saved is kept.</p>
        <p className="row">
          <button type="button" className="button" onClick={() => window.location.reload()}>
            Load again
          </button>
        </p>
      </Empty>
    );
  }
}
