import { Loading } from "../../parts/states.tsx";

export function DocumentView({ c, d }: { c: string; d: string }) {
  return <Loading what={`${c} ${d}`} />;
}
