import { resources } from "../../api/resources.ts";
import { Link } from "../../parts/link.tsx";
import { Problem } from "../../parts/states.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { usePages } from "../../state/pages.ts";
import { to } from "../../state/routes.ts";

export function BoardView({ c }: { c: string }) {
  const list = usePages(resources.board(c, { limit: 50 }), true);
  return (
    <div className="board">
      <h1>Board</h1>
      {list.error && <Problem failure={list.error} retry={list.reload} />}
      {list.pages
        .flatMap((p) => p.points)
        .map((p) => (
          <p key={p.id}>
            <Verdict verdict={p.verdict} /> <Link to={to.point(c, p.id)}>{p.question}</Link>
          </p>
        ))}
    </div>
  );
}
