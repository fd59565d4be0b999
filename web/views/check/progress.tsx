import type { Tally } from "../../../src/server/contract.ts";
import { Link } from "../../parts/link.tsx";
import { to } from "../../state/routes.ts";

/** "12 of 153 checked" and a bar; leads to what is checked and what is not. */
export function Progress({ c, tally: { done, total } }: { c: string; tally: Tally }) {
  return (
    <div className="check-progress">
      <p className="meta n" role="status">
        <b>
          {done} of {total}
        </b>{" "}
        checked · <Link to={to.section(c, "statements", { checked: "yes" })}>those</Link> ·{" "}
        <Link to={to.section(c, "statements", { checked: "no" })}>the rest</Link>
      </p>
      <progress className="bar" value={done} max={Math.max(1, total)} aria-label="Checked statements" />
    </div>
  );
}
