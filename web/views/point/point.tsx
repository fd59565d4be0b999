import { Loading } from "../../parts/states.tsx";

export function PointView({ c, p }: { c: string; p: string }) {
  return <Loading what={`${c} ${p}`} />;
}
