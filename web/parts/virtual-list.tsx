/** A long list of rows of unequal height, of which only those near the screen exist; the page itself scrolls. */
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

interface VirtualListProps<T> {
  items: readonly T[];
  keyOf(item: T): string;
  render(item: T, index: number): ReactNode;
  /** A row's usual height in CSS pixels. */
  estimate: number;
  label: string;
  /** More can be had, and how. */
  more?: boolean;
  fetchMore?: () => void;
  /** The row to bring into view, by index; null none. */
  active?: number | null;
}

/** Rows kept above and below the screen. */
const OVERSCAN = 6;
/** Lists up to this long come to stand on the page as a whole, for the browser's own search and for screen readers. */
const WHOLE = 300;
/** So many more rows at a time, so that none is waited for. */
const STEP = 6;

export function VirtualList<T>({
  items,
  keyOf,
  render,
  estimate,
  label,
  more = false,
  fetchMore,
  active = null,
}: VirtualListProps<T>) {
  const ref = useRef<HTMLOListElement>(null);
  const [offset, setOffset] = useState(0);
  // What stands above the list may grow (filters, notices), and rows are placed from the list's own top.
  useLayoutEffect(() => {
    const place = () => {
      const top = ref.current ? ref.current.getBoundingClientRect().top + window.scrollY : 0;
      setOffset((known) => (Math.abs(known - top) < 1 ? known : top));
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const whole = !more && items.length <= WHOLE;
  // Fetched before one scrolls there, as long as all may come to stand on the page.
  const ahead = more && items.length < WHOLE;
  const [overscan, setOverscan] = useState(OVERSCAN);
  useEffect(() => {
    if (!whole || overscan >= items.length) return;
    const timer = window.setTimeout(() => setOverscan(overscan + STEP), 60);
    return () => window.clearTimeout(timer);
  }, [whole, overscan, items.length]);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => estimate,
    overscan: whole ? overscan : OVERSCAN,
    scrollMargin: offset,
    getItemKey: (i) => (items[i] === undefined ? i : keyOf(items[i])),
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (ahead || (more && last >= items.length - OVERSCAN * 2)) fetchMore?.();
  }, [ahead, more, last, items.length, fetchMore]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the active row scrolls
  useEffect(() => {
    if (active !== null && active >= 0) rows.scrollToIndex(active, { align: "auto" });
  }, [active]);
  return (
    <>
      {!whole && !ahead && (
        <p className="meta long-list no-print">
          A long list: the browser’s own search sees only what stands near the screen. The search at the top
          of the page finds everything.
        </p>
      )}
      <ol
        ref={ref}
        className="virtual"
        aria-label={label}
        style={{ height: rows.getTotalSize(), position: "relative" }}
      >
        {shown.map(({ key, index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={more ? -1 : items.length}
              aria-posinset={index + 1}
              className={index === active ? "virtual-row active" : "virtual-row"}
              style={{ transform: `translateY(${start - offset}px)` }}
            >
              <Row item={item} index={index} render={render} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface RowProps<T> {
  item: T;
  index: number;
  render(item: T, index: number): ReactNode;
}

/** Scrolling places rows anew and leaves what is in them alone. */
const Row = memo(({ item, index, render }: RowProps<unknown>) => render(item, index)) as <T>(
  props: RowProps<T>,
) => ReactNode;
