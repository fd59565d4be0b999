/** What stands where there is nothing yet, nothing at all, or a failure. */
import type { ReactNode } from "react";
import type { Failure } from "../api/client.ts";

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Says what went wrong and what to do. */
export function Problem({ failure, retry }: { failure: Failure; retry?: () => void }) {
  return (
    <div className="problem" role="alert">
      <p>{failure.message}</p>
      {retry && (
        <p className="row">
          <button type="button" className="button small" onClick={retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

/** Shown only where waiting takes long enough to be noticed (CSS delays it). */
export function Loading({ what }: { what: string }) {
  return (
    <p className="state meta loading" role="status">
      Loading {what} …
    </p>
  );
}

/** Failure, loading or the data: what every view begins with. */
export function Loaded<T>({
  query,
  what,
  children,
}: {
  query: { data: T | null; error: Failure | null; reload(): void };
  what: string;
  children: (data: T) => ReactNode;
}) {
  const { data, error, reload } = query;
  if (data !== null)
    return (
      <>
        {error && <Problem failure={error} retry={reload} />}
        {children(data)}
      </>
    );
  return error ? <Problem failure={error} retry={reload} /> : <Loading what={what} />;
}
