import { useEffect } from "react";
import { resources } from "../../api/resources.ts";
import { Loaded } from "../../parts/states.tsx";
import { useResource } from "../../state/query.ts";
import { navigate } from "../../state/router.ts";
import { to } from "../../state/routes.ts";

/** A collection without a section: the board where there is one, else its documents. */
export function CollectionView({ c }: { c: string }) {
  const query = useResource(resources.collection(c));
  const section = query.data === null ? null : query.data.points > 0 ? "board" : "documents";
  useEffect(() => {
    if (section !== null) navigate(to.section(c, section), { replace: true });
  }, [c, section]);
  return (
    <Loaded query={query} what="the collection">
      {() => null}
    </Loaded>
  );
}
